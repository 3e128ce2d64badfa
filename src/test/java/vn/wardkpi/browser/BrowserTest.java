package vn.wardkpi.browser;

import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.support.DemoInstallation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person at a real browser. Any message on the console and any failed request for the
 * program's own files fails the test.
 */
abstract class BrowserTest extends DemoInstallation {

	@LocalServerPort
	private int port;

	@Autowired
	JdbcClient jdbc;

	private final List<String> complaints = new ArrayList<>();

	private final List<String> expected = new ArrayList<>();

	private final List<BrowserContext> contexts = new ArrayList<>();

	@BeforeEach
	void needABrowser() {
		Chromium.require();
	}

	@AfterEach
	void nothingWentWrongUnseen() {
		this.contexts.forEach(BrowserContext::close);
		assertThat(this.complaints).as("console errors and failed requests").isEmpty();
	}

	/**
	 * Somebody new: no cookie, nothing remembered.
	 */
	Page newPerson(int width, int height) {
		return newPerson(new Browser.NewContextOptions().setViewportSize(width, height));
	}

	private Page newPerson(Browser.NewContextOptions options) {
		BrowserContext context = Chromium.require()
			.newContext(options.setLocale("vi-VN")
				.setBaseURL("http://127.0.0.1:" + this.port)
				.setReducedMotion(ReducedMotion.REDUCE));
		this.contexts.add(context);
		return newPage(context);
	}

	/**
	 * Another page of the same browser.
	 */
	Page newPage(BrowserContext context) {
		Page page = context.newPage();
		page.onConsoleMessage((message) -> {
			boolean known = message.text().contains("the server responded with a status of 4")
					|| this.expected.stream().anyMatch(message.text()::contains);
			if (message.type().equals("error") && !known) {
				this.complaints.add(page.url() + ": " + message.text());
			}
		});
		page.onPageError((error) -> this.complaints.add(page.url() + ": " + error));
		return page;
	}

	/**
	 * This test brings about what the browser will complain of.
	 */
	void expectComplaint(String text) {
		this.expected.add(text);
	}

	Page signedIn(String username) {
		return signedIn(username, 1280, 900);
	}

	Page signedIn(String username, int width, int height) {
		return signIn(newPerson(width, height), username);
	}

	/** A small phone: touched, not clicked. */
	Page signedInOnAPhone(String username) {
		return signIn(newPerson(new Browser.NewContextOptions().setViewportSize(360, 640).setHasTouch(true)), username);
	}

	Page signedInWithoutScript(String username) {
		return signIn(newPerson(new Browser.NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false)),
				username);
	}

	long plan(String ward, int fromYear, int toYear) {
		return this.jdbc.sql("select id from plan where ward_code = ? and from_year = ? and to_year = ?")
			.params(ward, fromYear, toYear)
			.query(Long.class)
			.single();
	}

	static Page signIn(Page page, String username) {
		page.navigate("/sign-in");
		fillIn(page, username);
		assertThat(page.url()).doesNotContain("/sign-in");
		return page;
	}

	/**
	 * At the sign-in page.
	 */
	static void fillIn(Page page, String username) {
		page.fill("input[name=username]", username);
		page.fill("input[name=password]", PASSWORD);
		page.click("main form button[type=submit]");
	}

	/**
	 * Types into a cell and leaves it.
	 */
	static void type(Page page, String id, String text) {
		page.locator("#" + id).fill(text);
		page.locator("#" + id).blur();
	}

	/**
	 * WCAG 2.2 AA as far as a program can tell. Only what was found is described and sent
	 * back: naming every element that passed takes longer than the check.
	 */
	static void assertAccessible(Page page) {
		page.evaluate(AxeBuilder.getAxeScript());
		Object violations = page.evaluate("""
				() => axe.run(document, {
				  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
				  resultTypes: ['violations'],
				}).then(results => results.violations.map(rule => rule.id + ': ' + rule.help
				  + ' (' + rule.nodes.slice(0, 4).map(node => node.target).join(', ') + ')'))
				""");
		assertThat((List<?>) violations).as("accessibility of %s", page.url()).isEmpty();
	}

	/**
	 * Whoever says what they see is understood (WCAG 2.5.3): where a control is named by
	 * more than its visible words, the name begins with these.
	 */
	static void assertNamesBeginWithVisibleWords(Page page) {
		Object mismatches = page.evaluate(
				"""
						() => {
						  const unseen = '.visually-hidden, [aria-hidden=true], [hidden], script, style, svg, textarea, select, option';
						  const words = (element, seen) => {
						    let text = '';
						    for (const node of element.childNodes) {
						      if (node.nodeType === Node.TEXT_NODE) text += node.data;
						      if (node.nodeType === Node.ELEMENT_NODE && !node.matches(seen ? unseen : '[aria-hidden=true]')
						          && getComputedStyle(node).display !== 'none') text += ' ' + words(node, seen) + ' ';
						    }
						    return text;
						  };
						  const plain = (text) => text.toLowerCase().replace(/[^\\p{L}\\p{N}]+/gu, ' ').trim();
						  const name = (element) => {
						    const by = (element.getAttribute('aria-labelledby') || '').split(' ').map(id => document.getElementById(id));
						    return by.some(Boolean) ? by.map(e => e ? words(e, false) : '').join(' ')
						      : element.getAttribute('aria-label') || words(element, false);
						  };
						  const found = [];
						  const compare = (element, visible, named) => {
						    if (plain(visible) && !plain(named).startsWith(plain(visible))) found.push(visible.trim() + ' <> ' + named.trim());
						  };
						  document.querySelectorAll('a[href], button, summary, [role=button], [role=link], [role=tab]')
						    .forEach(e => compare(e, words(e, true), name(e)));
						  document.querySelectorAll('input, textarea, select').forEach(e => {
						    const label = e.closest('label') || (e.id && document.querySelector('label[for="' + e.id + '"]'));
						    if (label && (e.hasAttribute('aria-label') || e.hasAttribute('aria-labelledby'))) {
						      compare(e, words(label, true), name(e));
						    }
						  });
						  return [...new Set(found)];
						}
						""");
		assertThat((List<?>) mismatches).as("names that do not begin with the visible words on %s", page.url())
			.isEmpty();
	}

	/**
	 * Vietnamese words on a page in English say that they are (WCAG 3.1.2).
	 */
	static void assertVietnameseIsMarked(Page page) {
		Object unmarked = page.evaluate(
				"""
						() => {
						  const letters = /[ăâđêôơưàáãèéìíòóõùúýĩũ\u1EA0-\u1EF9]/i;
						  const found = [];
						  const all = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
						  for (let node = all.nextNode(); node; node = all.nextNode()) {
						    const element = node.parentElement;
						    if (letters.test(node.data) && !element.closest('script, style, title')
						        && element.closest('[lang]').lang !== 'vi') found.push(element.tagName + ': ' + node.data.trim());
						  }
						  return found.slice(0, 8);
						}
						""");
		assertThat((List<?>) unmarked).as("Vietnamese that does not say so on %s", page.url()).isEmpty();
	}

	/**
	 * Nothing sticks out to the right of the window.
	 */
	static void assertNoOverflow(Page page) {
		Object wide = page.evaluate("""
				() => {
				  const room = document.documentElement.clientWidth;
				  if (document.documentElement.scrollWidth <= room) return '';
				  const out = [...document.querySelectorAll('body *')]
				    .filter(e => e.getBoundingClientRect().right > room + 1)
				    .map(e => e.tagName + '.' + e.className).slice(0, 5);
				  return document.documentElement.scrollWidth + ' > ' + room + ': ' + out.join(', ');
				}
				""");
		assertThat(wide).as("overflow on %s", page.url()).isEqualTo("");
	}

}
