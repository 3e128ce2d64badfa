package vn.wardkpi.planimport.web.wizard;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.web.wizard.TableView.Choice;

/**
 * The years that a plan can begin and end with: as understood, or as a person says.
 */
final class YearChoices {

	private static final int EARLIEST = 2015;

	private static final int LATEST = 2045;

	private YearChoices() {
	}

	static List<Choice> from(FilePlaces places, WizardMessages messages) {
		return of(places.options().fromYear(), places.reading().proposal().mapping().fromYear(), messages);
	}

	static List<Choice> to(FilePlaces places, WizardMessages messages) {
		return of(places.options().toYear(), places.reading().proposal().mapping().toYear(), messages);
	}

	private static List<Choice> of(@Nullable Integer stated, @Nullable Integer understood, WizardMessages messages) {
		List<Choice> years = new ArrayList<>();
		years.add(new Choice("",
				(understood != null && stated == null)
						? messages.text("planimport.year.understood", String.valueOf(understood))
						: messages.text("planimport.year.by-file"),
				stated == null));
		for (int year = EARLIEST; year <= LATEST; year++) {
			years.add(new Choice(String.valueOf(year), String.valueOf(year), Integer.valueOf(year).equals(stated)));
		}
		return years;
	}

}
