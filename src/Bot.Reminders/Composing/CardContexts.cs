using Bot.Cards;
using Bot.Delivery.Outgoing;
using Bot.Indicators;

namespace Bot.Reminders.Composing;

/// <summary>What a card needs to be drawn now for a notice, in a language; the host knows the surfaces, and has the clock and the pictures of charts.</summary>
public delegate CardContext CardContexts(Language language, Notice notice);
