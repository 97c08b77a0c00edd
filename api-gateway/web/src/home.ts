import "./style.css";
import { me as readMe, revoke, session } from "./api";
import { byId, messageOf } from "./dom";
import { bytes, safeNext, titleOf } from "./format";
import { OwnVideos } from "./own-videos";
import { SearchBox } from "./search-box";
import { PRIVACY, type Me } from "./types";
import { upload, type Running } from "./uploads";

const form = byId<HTMLFormElement>("sign-in");
const studio = byId<HTMLElement>("studio");
const problem = byId<HTMLElement>("problem");
const videos = new OwnVideos(byId("videos"), byId<HTMLButtonElement>("more"), complain);

function complain(error: unknown): void {
  problem.textContent = error === null ? "" : messageOf(error);
  problem.hidden = error === null;
}

function show(me: Me | null): void {
  form.hidden = me !== null;
  studio.hidden = me === null;
  byId("sign-out").hidden = me === null;
  byId("who").textContent = me === null ? "" : me.account.displayName;
  if (me === null) {
    videos.stop();
    return;
  }
  showQuota(me);
  byId<HTMLSelectElement>("channel").replaceChildren(
    ...me.videoChannels.map((channel) => new Option(channel.displayName, channel.id)),
  );
  void videos.reload();
}

function showQuota(me: Me): void {
  byId("quota").textContent =
    me.videoQuota > 0 ? `${bytes(me.videoQuotaUsed)} of ${bytes(me.videoQuota)} used` : `${bytes(me.videoQuotaUsed)} used`;
}

async function signIn(): Promise<void> {
  const fields = new FormData(form);
  await session.signIn(String(fields.get("username")), String(fields.get("password")));
  form.reset();
  complain(null);
  const next = safeNext(new URLSearchParams(location.search).get("next"));
  if (next === null) {
    show(await readMe());
  } else {
    location.assign(next);
  }
}

function wireUpload(): void {
  const uploading = byId<HTMLFormElement>("upload");
  const file = byId<HTMLInputElement>("file");
  const name = byId<HTMLInputElement>("name");
  const privacy = byId<HTMLSelectElement>("privacy");
  privacy.replaceChildren(...PRIVACY.map((choice) => new Option(choice.label, String(choice.id))));
  file.onchange = () => {
    name.value = file.files?.[0] ? titleOf(file.files[0].name) : "";
  };
  uploading.onsubmit = (event) => {
    event.preventDefault();
    const chosen = file.files?.[0];
    if (chosen) {
      const channel = byId<HTMLSelectElement>("channel").value;
      send({ file: chosen, name: name.value, privacy: Number(privacy.value), channelId: channel === "" ? null : channel });
      uploading.reset();
    }
  };
}

function send(draft: Parameters<typeof upload>[0]): void {
  const box = byId("sending");
  const bar = byId<HTMLProgressElement>("sent");
  const words = byId("sent-words");
  const again = byId<HTMLButtonElement>("resume");
  const cancel = byId<HTMLButtonElement>("cancel");
  cancel.textContent = "Cancel";
  complain(null);
  box.hidden = false;
  again.hidden = true;
  bar.hidden = false;
  const running: Running = upload(draft, {
    progressed(fraction) {
      bar.value = fraction;
      words.textContent = `${draft.name}: ${bytes(fraction * draft.file.size)} of ${bytes(draft.file.size)}`;
    },
    finished() {
      box.hidden = true;
      void videos.reload();
      readMe().then(showQuota, () => undefined);
    },
    failed(why, forGood) {
      cancel.textContent = forGood ? "Close" : "Cancel";
      words.textContent = `${draft.name}: ${why}`;
      again.hidden = forGood;
      bar.hidden = forGood;
    },
  });
  again.onclick = () => {
    again.hidden = true;
    running.resume();
  };
  cancel.onclick = () => {
    running.cancel();
    box.hidden = true;
  };
}

form.onsubmit = (event) => {
  event.preventDefault();
  signIn().catch(complain);
};
byId("sign-out").onclick = () => {
  void revoke().then(() => show(null));
};
wireUpload();
SearchBox.wire();
if (session.signedIn) {
  readMe().then(show, () => {
    session.signOut();
    show(null);
  });
} else {
  show(null);
}
