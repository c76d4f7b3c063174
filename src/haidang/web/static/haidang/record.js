/* Recording in the browser: a button beside a file field; without it the field alone does. */
(function () {
  "use strict";
  if (!window.MediaRecorder || !navigator.mediaDevices || !window.DataTransfer) return;
  const MOST = 3600; // seconds
  document.querySelectorAll("input[type=file][data-record]").forEach(function (input) {
    const place = input.closest("label, .field") || input.parentNode;
    const button = document.createElement("button");
    const said = document.createElement("p");
    let recorder = null;
    let clock = 0;
    button.type = "button";
    button.className = "btn";
    button.textContent = "Ghi âm tại đây";
    said.setAttribute("role", "status");
    place.after(button, said);

    function done(pieces, kind) {
      const ending = kind.indexOf("mp4") >= 0 ? "m4a" : kind.indexOf("ogg") >= 0 ? "ogg" : "webm";
      const files = new DataTransfer();
      files.items.add(new File(pieces, "ghi-am-tren-may." + ending, { type: kind }));
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      said.textContent = "Đã ghi xong. Bấm nút nhận để lưu.";
    }

    function start(stream) {
      const pieces = [];
      let seconds = 0;
      recorder = new MediaRecorder(stream);
      recorder.addEventListener("dataavailable", function (event) {
        pieces.push(event.data);
      });
      recorder.addEventListener("stop", function () {
        clearInterval(clock);
        stream.getTracks().forEach(function (track) { track.stop(); });
        button.textContent = "Ghi âm lại";
        done(pieces, recorder.mimeType || "audio/webm");
      });
      recorder.start(1000);
      button.textContent = "Dừng ghi";
      clock = setInterval(function () {
        seconds += 1;
        said.textContent = "Đang ghi: " + Math.floor(seconds / 60) + " phút " + (seconds % 60) + " giây";
        if (seconds >= MOST) recorder.stop();
      }, 1000);
    }

    button.addEventListener("click", function () {
      if (recorder && recorder.state === "recording") {
        recorder.stop();
        return;
      }
      navigator.mediaDevices.getUserMedia({ audio: true }).then(start, function () {
        said.textContent = "Trình duyệt không cho dùng mi-crô. Ghi bằng điện thoại rồi chọn tệp.";
      });
    });
  });
})();
