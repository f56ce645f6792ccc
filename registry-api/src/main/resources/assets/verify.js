// The verify page: Enter sends, a field grows with what is pasted, and the camera reads codes on this device.

const form = document.getElementById("verify");
const number = document.getElementById("number");
const scan = document.getElementById("scan");
const camera = document.getElementById("camera");
const sight = document.getElementById("sight");
const refused = document.getElementById("camera-refused");

const FORMATS = ["qr_code", "data_matrix", "ean_13", "ean_8", "code_128", "code_39", "itf", "pdf417", "aztec"];

function grow() {
  number.rows = Math.min(8, number.value.split("\n").length);
}

number.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});
number.addEventListener("input", grow);
grow();

function take(text) {
  number.value = text;
  camera.close();
  form.requestSubmit();
}

// The browser's own reader, where it has one.
async function watch(formats) {
  const detector = new BarcodeDetector({ formats });
  const video = document.createElement("video");
  video.playsInline = true;
  video.muted = true;
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  video.srcObject = stream;
  sight.replaceChildren(video);
  await video.play();
  let open = true;
  const look = async () => {
    if (!open) {
      return;
    }
    const [code] = await detector.detect(video);
    if (code) {
      take(code.rawValue);
    } else {
      setTimeout(look, 120);
    }
  };
  look();
  return () => {
    open = false;
    stream.getTracks().forEach((track) => track.stop());
  };
}

// Else the library, fetched only now.
async function watchWithLibrary() {
  if (!window.Html5Qrcode) {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = camera.dataset.library;
      script.onload = resolve;
      script.onerror = () => reject(new Error("The reader of codes cannot be fetched"));
      document.head.append(script);
    });
  }
  sight.replaceChildren();
  const reader = new Html5Qrcode("sight");
  let seen = false;
  await reader.start({ facingMode: "environment" }, { fps: 8 }, (text) => {
    if (!seen) {
      seen = true;
      take(text);
    }
  }, () => {});
  return () => reader.stop();
}

async function start() {
  const known = "BarcodeDetector" in window ? await BarcodeDetector.getSupportedFormats() : [];
  const formats = FORMATS.filter((format) => known.includes(format));
  return formats.includes("qr_code") && formats.includes("data_matrix") ? watch(formats) : watchWithLibrary();
}

if (navigator.mediaDevices && camera.showModal) {
  scan.hidden = false;
  scan.addEventListener("click", async () => {
    refused.hidden = true;
    camera.showModal();
    try {
      const stop = await start();
      if (camera.open) {
        camera.addEventListener("close", stop, { once: true });
      } else {
        stop();
      }
    } catch (failure) {
      console.warn(failure);
      refused.hidden = false;
    }
  });
}
