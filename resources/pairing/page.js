// Sends the chosen files one after another. A file counts as sent only when the laptop says that it is in the case.
"use strict";
const state = document.getElementById("state");
const list = document.getElementById("list");
const words = state.dataset;
const waiting = [];
let busy = false;
let safe = 0;
let lost = 0;

document.getElementById("files").addEventListener("change", (event) => {
  for (const file of event.target.files) {
    const item = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = file.name;
    const told = document.createElement("div");
    told.textContent = words.waiting;
    item.append(name, told);
    list.append(item);
    waiting.push({ file, item, told });
  }
  event.target.value = "";
  next();
});

window.addEventListener("beforeunload", (event) => {
  if (busy) event.preventDefault();
});

function next() {
  const job = busy ? undefined : waiting.shift();
  if (!job) {
    if (!busy && (safe || lost)) state.textContent = lost ? words.lost : words.all.replace("0", safe);
    return;
  }
  busy = true;
  state.textContent = words.keep;
  send(job).then((told) => end(job, told.safe, told.text), () => end(job, false, words.lost));
}

function end(job, isSafe, text) {
  busy = false;
  job.item.className = isSafe ? "safe" : "lost";
  job.told.textContent = text;
  if (isSafe) {
    safe += 1;
  } else {
    lost += 1;
    const button = document.createElement("button");
    button.textContent = words.again;
    button.addEventListener("click", () => {
      lost -= 1;
      job.item.className = "";
      job.told.textContent = words.waiting;
      waiting.push(job);
      next();
    });
    job.told.append(" ", button);
  }
  next();
}

function send(job) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const bar = document.createElement("progress");
    job.told.textContent = words.sending;
    job.told.append(bar);
    request.upload.addEventListener("progress", (event) => {
      bar.max = event.total;
      bar.value = event.loaded;
    });
    request.addEventListener("load", () => {
      if (request.status === 201 || request.status === 409) resolve(JSON.parse(request.responseText));
      else reject(new Error(request.status));
    });
    request.addEventListener("error", reject);
    request.addEventListener("abort", reject);
    request.open("PUT", words.base + "/files");
    request.setRequestHeader("X-File-Name", encodeURIComponent(job.file.name));
    request.setRequestHeader("X-File-Modified", String(job.file.lastModified));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(job.file);
  });
}
