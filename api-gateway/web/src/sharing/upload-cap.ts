const BURST_SECONDS = 5;

/**
 * Holds what is given to peers to a rate, on average: a budget that fills with time and is emptied by what is given.
 * A segment that is being sent is sent whole, so the budget may become negative.
 */
export class UploadCap {
  private budget: number;
  private allowed = true;

  /** `rate` is in bytes a second, 0 for no limit; times are in milliseconds. */
  constructor(
    private readonly rate: number,
    private seen: number,
  ) {
    this.budget = rate * BURST_SECONDS;
  }

  gave(count: number): void {
    this.budget -= count;
  }

  /** Whether more may be given now. Who was stopped begins again with half of a burst, not with every byte. */
  allows(now: number): boolean {
    if (this.rate === 0) {
      return true;
    }
    const most = this.rate * BURST_SECONDS;
    this.budget = Math.min(most, this.budget + ((now - this.seen) / 1_000) * this.rate);
    this.seen = now;
    this.allowed = this.allowed ? this.budget > 0 : this.budget >= most / 2;
    return this.allowed;
  }
}
