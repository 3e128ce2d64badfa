package vn.wardkpi.browser;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The queue of saves: one after the other, again until there is an answer, and nothing
 * under another's name.
 */
class SaveQueueTests extends ScriptTest {

	/**
	 * Jobs 1 to 3 log what they are set to; {@code answer} and {@code silence} end the
	 * request that is on its way, {@code ring} lets the next timer go off.
	 */
	private static final String BENCH = """
			async () => {
			  const { SaveQueue } = await import('/js/sheet/save-queue.js');
			  const log = [];
			  const requests = [];
			  let timers = [];
			  let person = 'same';
			  const job = (no) => ({ no, state: 'typed', set(state) { this.state = state; log.push(no + ' ' + state); } });
			  const jobs = ['1', '2', '3'].map(job);
			  const queue = new SaveQueue({
			    jobs: () => jobs,
			    save: (one) => queue.add(one),
			    send: (one) => new Promise((resolve, reject) => {
			      log.push('send ' + one.no);
			      requests.push({ resolve, reject });
			    }),
			    answered: (one, outcome, again) => {
			      log.push('answered ' + one.no + (again ? ' again' : ''));
			      one.state = outcome === 'done' ? 'clean' : one.state;
			      return outcome;
			    },
			    who: () => Promise.resolve(person),
			    session: (state) => log.push('session ' + (state || 'well')),
			    bar: (one) => one.set('barred'),
			    after: (then, pause) => { timers.push({ then, pause }); return timers.length; },
			    forget: () => { timers = []; }
			  });
			  const settle = () => new Promise((then) => setTimeout(then, 0));
			  const answer = (outcome) => { requests.shift().resolve(outcome); return settle(); };
			  const silence = () => { requests.shift().reject(new Error('no connection')); return settle(); };
			  const ring = () => { const timer = timers.shift(); log.push('after ' + timer.pause); timer.then(); return settle(); };
			  %s
			  return log.join('; ');
			}
			""";

	@Test
	void oneIsSentAfterTheOther() {
		assertThat(run("""
				queue.add(jobs[0]); queue.add(jobs[1]); queue.add(jobs[1]);
				await answer('done'); await answer('done');
				""")).isEqualTo("1 saving; send 1; 2 saving; 2 saving; answered 1; send 2; answered 2");
	}

	@Test
	void whatGotNoAnswerIsSentAgainLaterAndLater() {
		assertThat(run("""
				queue.add(jobs[0]);
				await silence(); await ring(); await answer('later'); await ring(); await answer('done');
				queue.add(jobs[0]);
				await silence(); await ring();
				""")).isEqualTo("1 saving; send 1; 1 failed; after 2000; 1 saving; send 1; answered 1; 1 failed; "
				+ "after 4000; 1 saving; send 1; answered 1; 1 saving; send 1; 1 failed; after 2000; 1 saving; send 1");
	}

	@Test
	void noPauseIsLongerThanHalfAMinute() {
		assertThat(run("""
				queue.add(jobs[0]);
				for (let i = 0; i < 8; i += 1) { await silence(); log.length = 0; await ring(); }
				""")).isEqualTo("after 30000; 1 saving; send 1");
	}

	@Test
	void whatIsAddedOnItsWayIsToldSoWithTheAnswer() {
		assertThat(run("""
				queue.add(jobs[0]); queue.add(jobs[0]);
				await answer('done');
				""")).isEqualTo("1 saving; send 1; answered 1 again");
	}

	@Test
	void whoeverIsSignedOutSavesNothingAndAllOfItOnceSignedInAgain() {
		assertThat(run("""
				person = 'ended';
				queue.add(jobs[0]); queue.add(jobs[1]);
				await answer('who');
				log.push('|');
				queue.add(jobs[2]); await settle();
				await answer('who');
				log.push('|');
				person = 'same';
				await ring(); await answer('done'); await answer('done'); await answer('done');
				"""))
			.isEqualTo("1 saving; send 1; 2 saving; answered 1; 1 waiting; session ended; send 2; |; 3 waiting; "
					+ "answered 2; 2 waiting; session ended; |; after 15000; session well; 1 saving; send 1; 2 saving; "
					+ "3 saving; answered 1; send 2; answered 2; send 3; answered 3");
	}

	@Test
	void nothingIsSavedUnderTheNameOfAnother() {
		assertThat(run("""
				person = 'other';
				queue.add(jobs[0]);
				await answer('who');
				queue.add(jobs[1]); await ring();
				""")).isEqualTo(
				"1 saving; send 1; answered 1; 1 waiting; session other; 2 waiting; after 15000; " + "session other");
	}

	@Test
	void aFormThatIsGoneBarsWhatWaits() {
		assertThat(run("person = 'gone'; queue.add(jobs[0]); await answer('who');"))
			.isEqualTo("1 saving; send 1; answered 1; 1 waiting; session well; 1 barred");
	}

	@Test
	void whereNobodyCanBeAskedItIsTriedAgain() {
		assertThat(run("person = 'unreachable'; queue.add(jobs[0]); await answer('who');"))
			.isEqualTo("1 saving; send 1; answered 1; 1 waiting; 1 failed");
	}

	@Test
	void whoeverWaitsForTheEndIsCalledOnceEverythingIsAnswered() {
		assertThat(run("""
				queue.add(jobs[0]); queue.add(jobs[1]);
				queue.whenIdle(() => log.push('idle'));
				await answer('done'); await answer('done'); await ring();
				queue.whenIdle(() => log.push('idle at once')); await ring();
				""")).isEqualTo("1 saving; send 1; 2 saving; answered 1; send 2; answered 2; after 0; idle; after 0; "
				+ "idle at once");
	}

	@Test
	void thoseThatWaitAreSentTogetherAndEachIsAnsweredByItself() {
		assertThat(run("""
				queue.work.sendAll = (many) => new Promise((resolve, reject) => {
				  log.push('send ' + many.map((one) => one.no).join('+'));
				  requests.push({ resolve, reject });
				});
				jobs.forEach((one) => queue.add(one));
				await answer('done');
				queue.add(jobs[2]);
				await answer(['done', 'later']);
				await ring(); await silence(); await ring();
				"""))
			.isEqualTo("1 saving; send 1; 2 saving; 3 saving; answered 1; send 2+3; answered 2; answered 3 again; "
					+ "3 failed; after 2000; 3 saving; send 3; 3 failed; after 4000; 3 saving; send 3");
	}

	@Test
	void severalWithoutAnAnswerAreAllSentAgain() {
		assertThat(run("""
				queue.work.sendAll = (many) => new Promise((resolve, reject) => {
				  log.push('send ' + many.map((one) => one.no).join('+'));
				  requests.push({ resolve, reject });
				});
				jobs.forEach((one) => queue.add(one));
				await answer('done'); await silence(); await ring(); await answer('done'); await answer(['done']);
				""")).isEqualTo("1 saving; send 1; 2 saving; 3 saving; answered 1; send 2+3; 2 failed; 3 failed; "
				+ "after 2000; 2 saving; send 2; 3 saving; answered 2; send 3; answered 3");
	}

	private String run(String script) {
		return result(BENCH.formatted(script), "");
	}

}
