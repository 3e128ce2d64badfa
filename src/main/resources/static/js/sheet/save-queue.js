/* Saves one job after the other, those that wait meanwhile together, again and again until there is an answer. Knows neither the page nor the server. */

const LONGEST_PAUSE = 30000;
const MOST_TOGETHER = 60;

/**
 * What became of a request: stored or answered for good ("done"), to be sent again later ("later"), or not let in, so that
 * somebody has to sign in first ("who").
 *
 * @typedef {"done" | "later" | "who"} Outcome
 */

/**
 * Who is signed in now: the same person, nobody, somebody else; the same but the form is gone; or nothing is known.
 *
 * @typedef {"same" | "ended" | "other" | "gone" | "unreachable"} Who
 */

/**
 * @typedef {object} Job
 * @property {string} state "saving", "failed" and "waiting" are the queue's; the others are its owner's
 * @property {(state: string) => void} set
 */

/**
 * @template {Job} J
 * @template R
 * @typedef {object} Work
 * @property {() => J[]} jobs all there are
 * @property {(job: J) => void} save looks at a job again and adds it if anything is left to store
 * @property {(job: J) => Promise<R>} send rejects where no answer came
 * @property {(jobs: J[]) => Promise<R[]>} [sendAll] several at once, answered in their order
 * @property {(job: J, answer: R, again: boolean) => Outcome} answered again: whether it was added once more meanwhile
 * @property {() => Promise<Who>} who
 * @property {(state: string) => void} session told "", "ended" or "other"
 * @property {(job: J) => void} bar the job's form is gone
 * @property {(then: () => void, pause: number) => number} after
 * @property {(timer: number) => void} forget
 */

/**
 * @template {Job} J
 * @template R
 */
export class SaveQueue {

  /** @param {Work<J, R>} work */
  constructor(work) {
    this.work = work;
    /** @type {J[]} */
    this.queue = [];
    /** @type {J[]} */
    this.running = [];
    this.busy = false;
    /** @type {Set<J>} */
    this.again = new Set();
    this.attempts = 0;
    /** @type {number | null} */
    this.timer = null;
    /** "": all is well; "ended": nobody is signed in; "other": somebody else is. */
    this.session = "";
    /** @type {(() => void)[]} */
    this.idle = [];
    /** @type {Promise<void> | null} */
    this.renewing = null;
  }

  /**
   * Sends the job when its turn comes; of one that is on its way its owner hears with the answer that it was added again.
   *
   * @param {J} job
   */
  add(job) {
    if (this.running.includes(job)) {
      this.again.add(job);
      return;
    }
    if (this.session !== "") {
      job.set("waiting");
      return;
    }
    job.set("saving");
    if (!this.queue.includes(job)) {
      this.queue.push(job);
    }
    this.next();
  }

  next() {
    const jobs = this.busy ? [] : this.queue.splice(0, this.work.sendAll ? MOST_TOGETHER : 1);
    if (jobs.length > 0) {
      this.busy = true;
      this.request(jobs).finally(() => {
        this.busy = false;
        this.next();
      });
    }
    this.announceIdle();
  }

  /** @param {J[]} jobs */
  async request(jobs) {
    this.running = jobs;
    this.again = new Set();
    /** @type {(R | undefined)[]} */
    let answers = [];
    try {
      answers = jobs.length > 1 && this.work.sendAll ? await this.work.sendAll(jobs) : [await this.work.send(jobs[0])];
    }
    catch {
      /* No answer: the connection is gone or too slow. */
      answers = [];
    }
    const again = this.again;
    this.running = [];
    let signedOut = false;
    jobs.forEach((job, i) => {
      const answer = answers[i];
      const outcome = answer === undefined ? "later" : this.work.answered(job, answer, again.has(job));
      if (outcome === "later") {
        this.later(job);
      }
      else if (outcome === "who") {
        job.set("waiting");
        signedOut = true;
      }
      else {
        this.attempts = 0;
      }
    });
    if (signedOut) {
      await this.renew();
    }
  }

  /** @param {J} job */
  later(job) {
    job.set("failed");
    if (this.timer === null) {
      this.attempts += 1;
      this.timer = this.work.after(() => this.retry(), Math.min(LONGEST_PAUSE, 1000 * 2 ** Math.min(this.attempts, 6)));
    }
  }

  retry() {
    this.stopTimer();
    if (this.session !== "") {
      this.renew();
      return;
    }
    this.work.jobs().filter((job) => job.state === "failed" || job.state === "waiting").forEach((job) => this.work.save(job));
  }

  /** Asks once, however many wait for the answer. */
  renew() {
    this.renewing = this.renewing || this.ask().finally(() => { this.renewing = null; });
    return this.renewing;
  }

  async ask() {
    const who = await this.work.who();
    const waiting = this.work.jobs().filter((job) => job.state === "waiting");
    if (who === "unreachable") {
      waiting.forEach((job) => this.later(job));
      return;
    }
    this.session = who === "ended" || who === "other" ? who : "";
    this.work.session(this.session);
    if (who === "gone") {
      waiting.forEach((job) => this.work.bar(job));
    }
    else if (who === "same") {
      waiting.forEach((job) => this.work.save(job));
    }
    else {
      this.stopTimer();
      this.timer = this.work.after(() => this.retry(), LONGEST_PAUSE / 2);
    }
  }

  stopTimer() {
    if (this.timer !== null) {
      this.work.forget(this.timer);
      this.timer = null;
    }
  }

  /**
   * Runs once nothing is on its way any more.
   *
   * @param {() => void} then
   */
  whenIdle(then) {
    this.idle.push(then);
    this.announceIdle();
  }

  announceIdle() {
    if (!this.busy && this.queue.length === 0 && this.idle.length > 0) {
      const waiting = this.idle;
      this.idle = [];
      this.work.after(() => waiting.forEach((then) => then()), 0);
    }
  }

}
