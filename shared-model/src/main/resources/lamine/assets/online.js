"use strict";

// Photographs are made smaller here, which also leaves out where and when they were taken; a table that somebody picks
// is read into the field that is sent.
(() => {
  const EDGE = 1600;
  const MOST = 8;

  const smaller = async (file) => {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  };

  const photos = () => {
    const camera = document.getElementById("camera");
    if (!camera) {
      return;
    }
    const field = document.getElementById("photos");
    const shown = document.getElementById("shown");
    const trouble = document.getElementById("photo-trouble");
    const hashes = () => field.value.split(" ").filter((hash) => hash !== "");

    const show = (hash) => {
      const figure = document.createElement("figure");
      figure.dataset.hash = hash;
      const image = document.createElement("img");
      image.src = "/en-ligne/photos/" + hash;
      image.alt = "";
      image.width = 120;
      image.height = 120;
      const drop = document.createElement("button");
      drop.type = "button";
      drop.className = "button quiet";
      drop.textContent = camera.dataset.drop;
      figure.append(image, drop);
      shown.append(figure);
    };

    const add = async (file) => {
      const body = await smaller(file);
      const answer = await fetch("/en-ligne/photos", { method: "POST", body, credentials: "same-origin" });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const { hash } = await answer.json();
      if (!hashes().includes(hash) && hashes().length < MOST) {
        field.value = [...hashes(), hash].join(" ");
        show(hash);
      }
    };

    camera.addEventListener("change", async () => {
      trouble.hidden = true;
      for (const file of camera.files) {
        try {
          await add(file);
        } catch {
          trouble.textContent = camera.dataset.wrong;
          trouble.hidden = false;
        }
      }
      camera.value = "";
    });

    shown.addEventListener("click", (event) => {
      const figure = event.target.closest("button")?.closest("figure");
      if (figure) {
        field.value = hashes()
          .filter((hash) => hash !== figure.dataset.hash)
          .join(" ");
        figure.remove();
      }
    });
  };

  const file = document.getElementById("file");
  if (file) {
    file.addEventListener("change", async () => {
      if (file.files.length === 1) {
        document.getElementById("text").value = await file.files[0].text();
      }
    });
  }
  document.getElementById("print")?.addEventListener("click", () => window.print());
  photos();
})();
