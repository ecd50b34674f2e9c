namespace Bot.Activities;

/// <summary>The types of activity that this bot knows; others are accepted and ignored (ACT A2014).</summary>
public static class ActivityTypes
{
    /// <summary>Somebody says something, or presses a button that submits.</summary>
    public const string Message = "message";

    /// <summary>Members come or go, a team or channel changes.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The app is installed, upgraded or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A question whose answer is the HTTP response.</summary>
    public const string Invoke = "invoke";

    /// <summary>Something outside the talk happened.</summary>
    public const string Event = "event";

    /// <summary>Somebody is writing.</summary>
    public const string Typing = "typing";

    /// <summary>A message was edited, or its deletion undone.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A message was deleted.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>A reaction was put on a message or taken off.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>The conversation is over.</summary>
    public const string EndOfConversation = "endOfConversation";
}
