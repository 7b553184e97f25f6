// The practice chat: shows the room as it is, and does what its person does.
import { card } from './card.js';
import { make } from './dom.js';
import { language, say } from './words.js';

const $ = id => document.getElementById(id);
const emoji = { DONE: '✅', OK: '👌', THUMBSUP: '👍', THUMBSDOWN: '👎', Get: '👀', GLANCE: '👀', EYES: '👀', OnIt: '💪', CrossMark: '❌', CheckMark: '✔️', ERROR: '⚠️', CRY: '😢', No: '🚫', Typing: '⌨️', Alarm: '⏰', Pin: '📌', LGTM: '🆗', HEART: '❤️' };
let state = { version: -1, people: [], chats: [], messages: [], bot: { name: 'AiFixer' } };
let chat = null;
let answering = null;

document.documentElement.lang = language;
document.title = say('title');
document.querySelectorAll('[data-say]').forEach(one => { one.textContent = say(one.dataset.say); });

const toast = (text, kind = 'info') => {
  const shown = make('div', { class: `toast ${kind}` }, text);
  $('toasts').append(shown);
  setTimeout(() => shown.remove(), 8000);
};

const post = async (path, body) => {
  try {
    const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ by: $('person').value, ...body }) });
    const said = await answer.json();
    if (!answer.ok) toast(said.problem, 'error');
    return answer.ok ? said : null;
  } catch {
    toast(say('away'), 'error');
    return null;
  }
};

const room = {
  nameOf: id => id === state.bot.id ? state.bot.name : state.people.find(one => one.id === id)?.name ?? id,
  confirm: (title, text) => new Promise(resolve => {
    const dialog = $('confirm');
    dialog.querySelector('h2').textContent = title;
    dialog.querySelector('p').textContent = text;
    dialog.querySelectorAll('button').forEach(one => { one.onclick = () => dialog.close(one.value); });
    dialog.onclose = () => resolve(dialog.returnValue === 'yes');
    dialog.returnValue = 'no';
    dialog.showModal();
  }),
  click: async (button, value, form, name) => {
    button.classList.add('busy');
    const said = await post('/chat/click', { message: button.closest('[data-message]').dataset.message, value, form, name });
    button.classList.remove('busy');
    if (said?.code) toast(say('failed', said.code), 'error');
    else if (said?.toast) toast(said.toast.i18n?.[language === 'en' ? 'en_us' : 'zh_cn'] ?? said.toast.content, said.toast.type);
  },
};

const richText = content => {
  const body = content.zh_cn ?? content.en_us ?? content;
  return make('div', { class: 'post' }, body.title ? make('strong', {}, body.title) : null,
    (body.content ?? []).map(line => make('p', {}, line.map(one => one.tag === 'at' ? make('span', { class: 'at' }, `@${one.user_name ?? ''}`) : make('span', {}, one.text ?? '')))));
};

const bodyOf = message => {
  if (message.recalled) return make('p', { class: 'recalled' }, say('recalled'));
  if (message.type === 'text') return make('p', { class: 'text' }, message.text);
  if (message.type === 'interactive') return card(message.content, room);
  return message.type === 'post' ? richText(message.content) : make('p', { class: 'text' }, `[${message.type}]`);
};

const reactionsOf = message => {
  const counted = Map.groupBy(message.reactions, one => one.emoji);
  return make('div', { class: 'reactions' }, [...counted].map(([name, all]) =>
    make('span', { class: 'reaction', title: `${name}: ${all.map(one => one.name).join(', ')}`, 'data-emoji': name }, emoji[name] ?? name, all.length > 1 ? ` ${all.length}` : '')));
};

const show = message => {
  const time = new Date(message.at).toLocaleTimeString(language, { hour12: false });
  return make('li', { class: `message${message.root ? ' inside' : ''}${message.program ? ' program' : ''}`, 'data-message': message.id, 'data-seen': JSON.stringify(message) },
    make('div', { class: 'who' }, make('strong', {}, message.name), message.program ? make('span', { class: 'badge' }, say('bot')) : null, make('time', { datetime: message.at }, time),
      message.updates ? make('span', { class: 'edited' }, say('edited', message.updates)) : null,
      make('button', { type: 'button', class: 'plain reply', onclick: () => answer(message) }, say('answer')),
      make('button', { type: 'button', class: 'plain', title: say('react'), onclick: () => post('/chat/react', { message: message.id, emoji: 'THUMBSUP' }) }, '👍')),
    bodyOf(message), reactionsOf(message));
};

const answer = message => {
  answering = message?.id ?? null;
  $('answering').hidden = !message;
  $('answering').querySelector('span').textContent = message ? say('answering', message.name) : '';
  if (message) $('text').focus();
};

// Threads stand below what they answer.
const ordered = messages => {
  const heads = messages.filter(one => !one.root || !messages.some(other => other.id === one.root));
  return heads.flatMap(head => [head, ...messages.filter(one => one.root === head.id)]);
};

// What did not change stays as it is, with what somebody has filled in there.
const draw = () => {
  const list = $('messages');
  const near = list.scrollHeight - list.scrollTop - list.clientHeight < 200;
  const kept = new Map([...list.querySelectorAll('[data-message]')].map(one => [one.dataset.message, one]));
  const rows = ordered(state.messages.filter(one => one.chat === chat)).map(message => {
    const before = kept.get(message.id);
    return before?.dataset.seen === JSON.stringify(message) ? before : show(message);
  });
  list.replaceChildren(...(rows.length ? rows : [make('li', { class: 'empty' }, say('newest'))]));
  if (near) list.scrollTop = list.scrollHeight;
};

const choose = id => {
  chat = id;
  answer(null);
  drawAll();
};

const drawAll = () => {
  const person = $('person').value;
  if ($('person').options.length !== state.people.length)
    $('person').replaceChildren(...state.people.map(one => make('option', { value: one.id, selected: one.id === person }, one.bot ? `${one.name} (${say('bot')})` : one.name)));
  chat ??= state.chats[0]?.id;
  const shown = state.chats.filter(one => one.group || one.members.includes($('person').value));
  if (chat && !shown.some(one => one.id === chat)) chat = shown[0]?.id;
  const alone = !shown.some(one => !one.group);
  $('chats').replaceChildren(...shown.map(one => make('button', { type: 'button', 'aria-current': one.id === chat ? 'true' : null, onclick: () => choose(one.id) }, one.group ? `# ${one.name}` : say('alone'))),
    ...(alone ? [make('button', { type: 'button', onclick: async () => { const made = await post('/chat/write', { text: '/help' }); if (made) chat = null; } }, say('alone'))] : []));
  const now = state.chats.find(one => one.id === chat);
  $('chat-name').textContent = !now ? '' : now.group ? `# ${now.name}` : say('alone');
  $('text').placeholder = now ? say('write', now.group ? now.name : state.bot.name) : '';
  $('mention').textContent = `@${state.bot.name}`;
  draw();
};

const send = async () => {
  const text = $('text').value.trim().replaceAll(`@${state.bot.name}`, `<at user_id="${state.bot.id}">${state.bot.name}</at>`);
  if (!text) return;
  if (await post('/chat/write', { chat, text, replyTo: answering })) {
    $('text').value = '';
    answer(null);
  }
};

$('write').addEventListener('submit', event => { event.preventDefault(); send(); });
$('text').addEventListener('keydown', event => { if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); } });
$('mention').addEventListener('click', () => { $('text').value = `@${state.bot.name} ${$('text').value}`; $('text').focus(); });
$('alert').addEventListener('click', () => { $('text').value = '🔴 Firing\nAlert: DeploymentNotReady\nSeverity: critical\nNamespace: shop\nDeployment: checkout\nSummary: checkout has no ready pods'; $('text').focus(); });
$('answering').querySelector('button').addEventListener('click', () => answer(null));
$('person').addEventListener('change', drawAll);

const follow = async () => {
  for (let failures = 0; ;) {
    try {
      const answer = await fetch(state.version < 0 ? '/chat/state' : `/chat/state?since=${state.version}`);
      state = await answer.json();
      drawAll();
      failures = 0;
    } catch {
      if (failures++ === 0) toast(say('away'), 'error');
      await new Promise(resolve => setTimeout(resolve, Math.min(10000, 500 * 2 ** failures)));
    }
  }
};
follow();
