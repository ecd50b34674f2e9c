namespace Bot.Cards;

/// <summary>Where a card is shown; it decides what a button is (contract.md section 6), and what an address must say.</summary>
public enum Surface
{
    /// <summary>Teams: buttons are Action.Execute with an Action.Submit behind.</summary>
    Teams,

    /// <summary>Web Chat and Direct Line: buttons are Action.Submit, since the stock client ignores Action.Execute.</summary>
    WebChat,

    /// <summary>The chat page of this server: Web Chat, where an address may leave the server out.</summary>
    ChatPage,

    /// <summary>A dialog of Teams: buttons are Action.Submit, since a dialog hands no other on.</summary>
    Dialog,
}
