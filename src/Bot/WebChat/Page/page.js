// The chat page: roles, suggestions and the state of the connection around the stock Web Chat. Words and roles come with the page, as data.
'use strict';

const page = JSON.parse(document.getElementById('data').textContent);
const nonce = document.querySelector('meta[name=nonce]').nonce;
const byId = id => document.getElementById(id);
const dark = matchMedia('(prefers-color-scheme: dark)');
const phone = matchMedia('(max-width: 639.98px)');
const sendBox = '[data-id="webchat-sendbox-input"]';
const connectionStatus = { connecting: 1, online: 2 };
const patience = 4000; // how long Web Chat may try by itself before the page says that nothing answers

let persona = page.personas.find(p => p.id === sessionStorage.getItem('persona')) ?? page.personas[0];
let chat = null; // the conversation that is shown: { key, store, directLine }
let attempts = 0;

async function connect() {
  const attempt = ++attempts;
  let token;
  try {
    const body = persona && JSON.stringify({ user: { id: persona.id } });
    const answer = await fetch('/v3/directline/tokens/generate', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (!answer.ok) throw new Error(answer.statusText);
    ({ token } = await answer.json());
  } catch {
    if (attempt === attempts) showFailure(true);
    return;
  }
  if (attempt !== attempts) return; // another role was chosen meanwhile
  const directLine = WebChat.createDirectLine({
    token,
    domain: `${location.origin}/v3/directline`,
    conversationStartProperties: { locale: page.locale }
  });
  chat = { key: attempt, directLine, store: WebChat.createStore({}, keepChips) };
  watch(directLine);
  byId('connecting').hidden = true;
  byId('role').textContent = persona ? page.strings.role.replace('{0}', persona.name) : '';
  render();
}

function watch(directLine) {
  let timer;
  directLine.connectionStatus$.subscribe(status => {
    if (chat?.directLine !== directLine) return;
    clearTimeout(timer);
    if (status === connectionStatus.online) {
      showFailure(false);
      showChips();
    } else if (status === connectionStatus.connecting) timer = setTimeout(() => chat.directLine === directLine && showFailure(true), patience);
    else if (status > connectionStatus.online) showFailure(true);
  });
}

// The stock client tries again in silence for as long as a socket is down. Conversations end with the program, so there is nothing to wait for.
async function checkAlive() {
  if (!chat || document.hidden || !byId('failure').hidden) return;
  try {
    await fetch('/', { method: 'HEAD' });
  } catch {
    showFailure(true);
  }
}

function showFailure(failed) {
  byId('connecting').hidden = true;
  byId('failure').hidden = !failed;
}

// A new key makes Web Chat start afresh; the same key only changes its looks.
function render() {
  if (!chat) return;
  WebChat.renderWebChat(
    {
      key: chat.key,
      directLine: chat.directLine,
      store: chat.store,
      nonce,
      locale: page.locale,
      username: persona?.name,
      cardActionMiddleware: openOwnAddresses,
      overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: page.strings.placeholder },
      styleOptions: styleOptions(),
      adaptiveCardsHostConfig: hostConfig()
    },
    byId('chat').firstElementChild
  );
}

// Cards on this page name files of this server without a host, and Web Chat opens only addresses that have one.
const openOwnAddresses = () => next => ({ cardAction, ...rest }) =>
  next({ cardAction: cardAction.type === 'openUrl' ? { ...cardAction, value: new URL(cardAction.value, location.origin).href } : cardAction, ...rest });

// On a phone two suggestions stand above the send box, before what the bot suggests itself.
const isSuggesting = action => action.type === 'WEB_CHAT/SET_SUGGESTED_ACTIONS' || action.type === 'WEB_CHAT/CLEAR_SUGGESTED_ACTIONS';
const keepChips = () => next => action =>
  next(isSuggesting(action) && phone.matches ? suggest([...chips(), ...(action.payload?.suggestedActions ?? []).filter(a => !chips().some(c => c.value === a.value))]) : action);
const chips = () => [...(persona?.question ? [persona.question] : []), ...page.chips].slice(0, page.chips.length).map(text => ({ type: 'imBack', title: text, value: text }));
const suggest = suggestedActions => ({ type: 'WEB_CHAT/SET_SUGGESTED_ACTIONS', payload: { suggestedActions } });
function showChips() {
  chat?.store.dispatch(suggest(phone.matches ? chips() : []));
}

// A file dropped anywhere on the page is sent, each as a message of its own.
function takeDrops() {
  addEventListener('dragover', event => event.preventDefault());
  addEventListener('drop', event => {
    event.preventDefault();
    for (const blob of event.dataTransfer?.files ?? []) chat?.store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { attachments: [{ blob }], method: 'keyboard' } });
  });
}

function send(text) {
  chat?.store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text, method: 'keyboard' } });
  document.querySelector(sendBox)?.focus();
}

function colours() {
  const light = { page: '#f5f5f5', panel: '#ffffff', text: '#242424', subtle: '#616161', line: '#d1d1d1', brand: '#5b5fc7', own: '#e8ebfa', emphasis: '#f5f5f5' };
  const night = { page: '#1f1f1f', panel: '#292929', text: '#ffffff', subtle: '#adadad', line: '#525252', brand: '#9299f7', own: '#2f2f4a', emphasis: '#333333' };
  return dark.matches ? night : light;
}

function styleOptions() {
  const c = colours();
  const avatar = phone.matches ? {} : { botAvatarImage: '/webchat/icon.svg', botAvatarInitials: '', botAvatarBackgroundColor: 'transparent' };
  return {
    ...avatar,
    accent: c.brand,
    subtle: c.subtle,
    backgroundColor: c.page,
    primaryFont: '"Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif',
    fontSizeSmall: '12px',
    paddingWide: phone.matches ? 12 : 24,
    avatarSize: 32,
    bubbleBackground: c.panel,
    bubbleBorderColor: c.line,
    bubbleBorderRadius: 8,
    bubbleTextColor: c.text,
    bubbleMaxWidth: 450,
    bubbleMinWidth: 120,
    bubbleFromUserBackground: c.own,
    bubbleFromUserBorderColor: c.own,
    bubbleFromUserBorderRadius: 8,
    bubbleFromUserTextColor: c.text,
    cardEmphasisBackgroundColor: c.emphasis,
    groupTimestamp: 60000,
    timestampColor: c.subtle,
    uploadAccept: '.txt,.md,.docx,.pdf',
    uploadMultiple: false,
    hideToaster: true, // the page says itself that the connection is lost
    markdownRenderHTML: false,
    sendBoxBackground: c.panel,
    sendBoxBorderTop: 'none',
    sendBoxHeight: 44,
    sendBoxTextColor: c.text,
    sendBoxTextWrap: true,
    sendBoxPlaceholderColor: c.subtle,
    sendBoxButtonColor: '#ffffff',
    sendBoxButtonColorOnHover: '#ffffff',
    sendBoxButtonColorOnActive: '#ffffff',
    sendBoxButtonColorOnFocus: '#ffffff',
    sendBoxButtonColorOnDisabled: '#ffffff',
    sendBoxButtonShadeColor: '#5b5fc7',
    sendBoxButtonShadeColorOnHover: '#4f52b2',
    sendBoxButtonShadeColorOnActive: '#383966',
    sendBoxButtonShadeColorOnFocus: '#4f52b2',
    sendBoxButtonShadeColorOnDisabled: '#5b5fc7',
    sendBoxButtonShadeInset: 0,
    sendBoxButtonShadeBorderRadius: 0,
    sendBoxButtonKeyboardFocusIndicatorBorderColor: '#ffffff',
    suggestedActionLayout: 'flow',
    suggestedActionBackgroundColor: c.panel,
    suggestedActionBackgroundColorOnHover: c.page,
    suggestedActionBackgroundColorOnActive: c.own,
    suggestedActionBorderColor: c.line,
    suggestedActionBorderWidth: 1,
    suggestedActionBorderRadius: 18,
    suggestedActionHeight: 36,
    suggestedActionTextColor: c.text,
    suggestedActionKeyboardFocusIndicatorBorderColor: c.text,
    suggestedActionsVisualKeyboardIndicatorColor: c.text,
    transcriptVisualKeyboardIndicatorColor: c.text,
    transcriptActivityVisualKeyboardIndicatorColor: c.subtle
  };
}

// The colours and sizes of Teams' host, so that a card looks here as it will there; good and warning text is darker, to be readable.
function hostConfig() {
  const c = colours();
  const both = colour => ({ default: colour, subtle: colour });
  const ink = {
    default: { default: c.text, subtle: c.subtle },
    dark: { default: '#000000', subtle: '#444444' },
    light: { default: '#ffffff', subtle: '#cccccc' },
    accent: both(c.brand),
    attention: both(dark.matches ? '#f1707b' : '#c4314b'),
    good: both(dark.matches ? '#92c353' : '#237b4b'),
    warning: both(dark.matches ? '#f8d22a' : '#835c00')
  };
  const style = backgroundColor => ({ backgroundColor, foregroundColors: ink, borderColor: c.line, borderThickness: 0 });
  const backgrounds = dark.matches
    ? { emphasis: c.emphasis, accent: '#2f2f4a', good: '#1e3a1e', attention: '#3f1011', warning: '#463100' }
    : { emphasis: c.emphasis, accent: '#e8ebfa', good: '#e7f2da', attention: '#fde7e9', warning: '#fff8d2' };
  return {
    supportsInteractivity: true,
    fontFamily: '"Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { extraSmall: 4, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: c.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: style(c.panel),
      ...Object.fromEntries(Object.entries(backgrounds).map(([name, background]) => [name, style(background)]))
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left'
    },
    adaptiveCard: { allowCustomStyle: false },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 12 },
    textBlock: { headingLevel: 3 }
  };
}

// A role by arrow keys passes over others: the conversation starts anew when the choice rests.
let choosing;
function choose(chosen) {
  persona = chosen;
  sessionStorage.setItem('persona', chosen.id);
  showPersona();
  showOwnQuestions();
  clearTimeout(choosing);
  choosing = setTimeout(connect, 300);
}

function showPersona() {
  const button = byId('persona-button');
  button.querySelector('span').textContent = persona.name;
  button.setAttribute('aria-label', page.strings.changeRole.replace('{0}', persona.name));
}

function openPersonas(open) {
  byId('personas').classList.toggle('open', open);
  byId('persona-button').setAttribute('aria-expanded', String(open));
  if (open) byId('personas').querySelector('input:checked').focus();
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function buildPersonas() {
  if (!persona) return;
  const fieldset = byId('personas');
  const button = byId('persona-button');
  for (const p of page.personas) {
    const input = element('input', { type: 'radio', name: 'persona', value: p.id, checked: p === persona, onchange: () => choose(p) });
    fieldset.append(element('label', {}, input, element('span', {}, element('span', { textContent: p.name }), element('span', { className: 'small', textContent: p.account }))));
  }
  fieldset.hidden = button.hidden = false;
  showPersona();
  button.onclick = () => openPersonas(!fieldset.classList.contains('open'));
  fieldset.onclick = event => event.target.closest('label') && event.detail > 0 && setTimeout(openPersonas, 0, false);
  fieldset.onkeydown = event => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    openPersonas(false);
    button.focus();
  };
  document.addEventListener('click', event => {
    if (!event.target.closest('#personas, #persona-button')) openPersonas(false);
  });
}

function buildSuggestions() {
  for (const text of page.suggestions) byId('suggestions').append(suggestion(text));
  // A role may have a question of its own; it is there only while that role is chosen.
  for (const p of page.personas.filter(p => p.question)) {
    const button = suggestion(p.question);
    button.dataset.persona = p.id;
    byId('suggestions').append(button);
  }
  showOwnQuestions();
}

function suggestion(text) {
  return element('button', { type: 'button', textContent: text, onclick: () => send(text) });
}

function showOwnQuestions() {
  for (const button of document.querySelectorAll('#suggestions [data-persona]')) button.hidden = button.dataset.persona !== persona?.id;
}

function start() {
  buildPersonas();
  buildSuggestions();
  takeDrops();
  byId('chat').append(document.createElement('div'));
  byId('reconnect').onclick = connect;
  setInterval(checkAlive, patience);
  dark.addEventListener('change', render);
  phone.addEventListener('change', () => {
    render();
    showChips();
  });
  if (!page.bundle) {
    byId('no-bundle').hidden = false;
    byId('connecting').hidden = true;
    byId('suggestions').hidden = true;
    return;
  }
  document.head.append(element('script', { src: page.bundle, onload: connect, onerror: () => showFailure(true) }));
}

start();
