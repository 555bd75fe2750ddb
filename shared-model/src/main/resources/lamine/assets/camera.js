// The camera of the page: a picture that moves until it is touched. What is sent is drawn anew, so it tells nothing of
// when and where it was taken. Without a camera a photograph is picked from the files.
"use strict";
(() => {
  const EDGE = 960, QUALITY = 0.8;

  class PhotoCamera extends HTMLElement {
    #stream = null;

    async connectedCallback() {
      if (this.shadowRoot) return;
      this.attachShadow({ mode: "open" });
      this.shadowRoot.append(said(this.dataset.wait));
      try {
        this.#stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
      } catch {
        this.#pick();
        return;
      }
      if (this.isConnected) this.#watch();
      else this.disconnectedCallback();
    }

    disconnectedCallback() {
      this.#stream?.getTracks().forEach((track) => track.stop());
      this.#stream = null;
    }

    #watch() {
      const video = document.createElement("video"), take = button(this.dataset.take);
      Object.assign(video, { autoplay: true, muted: true, playsInline: true, srcObject: this.#stream });
      video.setAttribute("aria-hidden", "true");
      style(video, { position: "absolute", inset: "0", width: "100%", height: "100%", objectFit: "cover" });
      style(take, { position: "absolute", inset: "auto 12px 12px 12px" });
      const seen = new Promise((done) => video.addEventListener("loadeddata", done, { once: true }));
      const shoot = async () => {
        await seen;
        await this.#send(video, video.videoWidth, video.videoHeight);
      };
      video.addEventListener("click", shoot);
      take.addEventListener("click", shoot);
      this.shadowRoot.replaceChildren(video, take);
    }

    #pick() {
      const word = said(this.dataset.none), take = button(this.dataset.file), files = document.createElement("input");
      Object.assign(files, { type: "file", accept: "image/*", hidden: true });
      files.setAttribute("capture", "environment");
      files.addEventListener("change", async () => {
        try {
          const picture = await createImageBitmap(files.files[0]);
          await this.#send(picture, picture.width, picture.height);
        } catch {
          word.textContent = this.dataset.wrong;
        }
      });
      take.addEventListener("click", () => files.click());
      this.shadowRoot.replaceChildren(word, take, files);
    }

    async #send(picture, width, height) {
      const scale = Math.min(1, EDGE / Math.max(width, height)), canvas = document.createElement("canvas");
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const body = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
      const answer = await fetch(this.dataset.to, { method: "POST", body, credentials: "same-origin" }).catch(() => null);
      if (answer?.ok) document.querySelector(this.dataset.then).click();
      else this.shadowRoot.querySelector("button").textContent = this.dataset.wrong;
    }
  }

  // the page's own styles do not reach in here
  function style(element, values) {
    Object.assign(element.style, values);
  }

  function said(text) {
    const made = document.createElement("p");
    made.textContent = text;
    style(made, { margin: "0", padding: "24px", textAlign: "center" });
    return made;
  }

  function button(word) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = word;
    style(made, { minHeight: "64px", padding: "0 24px", font: "inherit", fontSize: "22px", fontWeight: "800", color: "inherit", background: "#fff", border: "2px solid currentColor", borderRadius: "12px" });
    return made;
  }

  customElements.define("photo-camera", PhotoCamera);
})();
