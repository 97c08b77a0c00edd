/** What is used of bittorrent-tracker's client, which has no types. */
declare module "bittorrent-tracker/client" {
  export default class Client {
    emit(event: string, ...values: unknown[]): boolean;
  }
}
