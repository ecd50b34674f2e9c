// What a page cannot do without a script: sign in through Teams, and follow the theme of Teams. All else works without it.
(() => {
  'use strict';

  const root = document.documentElement;
  const themes = { default: 'light', dark: 'dark', contrast: 'contrast' };
  const stored = 'tab-theme';

  // Storage may be refused in a frame; then the theme comes a moment later.
  const remember = theme => {
    try {
      sessionStorage.setItem(stored, theme);
    } catch {}
  };
  const remembered = () => {
    try {
      return sessionStorage.getItem(stored);
    } catch {
      return null;
    }
  };

  const show = theme => {
    root.dataset.theme = theme;
    remember(theme);
  };

  if (root.dataset.theme) {
    remember(root.dataset.theme);
  } else if (remembered()) {
    root.dataset.theme = remembered();
  }

  // What led here is over once the page is there: a reload says no message again, and may sign in again.
  const address = new URL(location.href);
  const isSignedIn = root.dataset.session !== 'none';
  const past = ['done', ...(isSignedIn ? ['signed'] : [])].filter(name => address.searchParams.has(name));
  if (past.length) {
    past.forEach(name => address.searchParams.delete(name));
    history.replaceState(null, '', address);
  }

  // Only inside another page, or an app that shows this one, is there a Teams to talk to.
  const library = root.dataset.teams;
  if (!library || (window.parent === window && !window.nativeInterface)) {
    return;
  }

  const say = (id, isShown) => {
    const line = document.getElementById(id);
    if (line) {
      line.hidden = !isShown;
    }
  };

  const ready = new Promise(done => addEventListener('DOMContentLoaded', done, { once: true }));

  const signIn = async () => {
    await ready;
    if (address.searchParams.has('signed')) {
      // The session did not come back with the page: another round would not help.
      say('signin-failed', true);
      return;
    }
    say('signing-in', true);
    try {
      const token = await microsoftTeams.authentication.getAuthToken();
      const answer = await fetch('/tab/session', { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
      if (!answer.ok) {
        throw new Error(`sign-in: ${answer.status}`);
      }
      address.searchParams.set('signed', '1');
      location.replace(address);
    } catch {
      say('signing-in', false);
      say('signin-failed', true);
    }
  };

  const start = async () => {
    await microsoftTeams.app.initialize();
    const context = await microsoftTeams.app.getContext();
    show(themes[context.app.theme] ?? 'light');
    microsoftTeams.app.registerOnThemeChangeHandler(theme => show(themes[theme] ?? 'light'));
    microsoftTeams.app.notifySuccess();
    // The language of Teams, where the address names none: links keep it.
    const language = context.app.locale?.startsWith('en') ? 'en' : 'vi';
    const isAsked = address.searchParams.has('lang') || address.searchParams.has('locale');
    if (!isAsked && language !== root.lang) {
      address.searchParams.set('lang', language);
    }
    if (!isSignedIn) {
      await signIn();
    } else if (address.href !== location.href) {
      location.replace(address);
    }
  };

  const script = document.createElement('script');
  script.src = library;
  script.onload = () => start().catch(() => say('signin-failed', !isSignedIn));
  document.head.append(script);
})();
