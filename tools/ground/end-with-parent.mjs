// Preloaded into every program started by npm run: npm passes SIGTERM to its shell only, whose death would leave us behind.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, 'SIGTERM');
}, 500);
watch.unref();
