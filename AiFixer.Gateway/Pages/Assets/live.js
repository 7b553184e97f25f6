// Shows changes as they happen. Everything works without it: the page is the same after a reload.
(() => {
  const stream = document.body.dataset.stream;
  if (!stream || !window.EventSource) return;
  let source = null;
  let waiting = null;

  // Somebody who is writing or reading an opened detail is not interrupted.
  const busy = () => {
    const field = document.activeElement;
    if (field && field.closest('form') && /^(INPUT|TEXTAREA|SELECT)$/.test(field.tagName)) return true;
    return [...document.querySelectorAll('main textarea, main input[type=text]')].some(one => one.value !== one.defaultValue)
      || window.getSelection().toString() !== '';
  };

  const refresh = async () => {
    waiting = null;
    if (busy()) {
      document.getElementById('stale').hidden = false;
      return;
    }
    const opened = new Set([...document.querySelectorAll('main details[open][id]')].map(one => one.id));
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('main');
    if (!fresh) return;
    fresh.querySelectorAll('details[id]').forEach(one => { if (opened.has(one.id)) one.open = true; });
    document.querySelector('main').replaceWith(fresh);
    document.body.dataset.version = page.body.dataset.version;
    document.title = page.title;
    document.getElementById('stale').hidden = true;
  };

  const changed = event => {
    const notice = JSON.parse(event.data);
    if (!notice || String(notice.version) === document.body.dataset.version) return;
    if (!waiting) waiting = setTimeout(refresh, 300);
  };

  const open = () => {
    source = new EventSource(stream);
    source.addEventListener('incident', changed);
  };
  // A hidden tab gives its connection back: browsers allow only a few to one place.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) { source.close(); return; }
    open();
    if (!waiting) waiting = setTimeout(refresh, 0);
  });
  open();
})();
