using Bot.Cards;
using Bot.Indicators;

namespace Bot.Reminders.Composing;

/// <summary>What a card needs to be drawn now, in a language and for a surface; the host has the clock and the pictures of charts.</summary>
public delegate CardContext CardContexts(Language language, Surface surface);
