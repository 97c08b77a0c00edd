/** Tells those who come back from waiting whether they are still the last who began. */
export class Latest {
  private begun = 0;

  /** Begins anew; what it gives says whether nobody has begun since. */
  next(): () => boolean {
    const mine = ++this.begun;
    return () => mine === this.begun;
  }
}
