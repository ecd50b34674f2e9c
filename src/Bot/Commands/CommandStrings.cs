namespace Bot.Commands;

/// <summary>The command line's own help is for the people who run the program, and in English.</summary>
internal static class CommandStrings
{
    public const string Root = "Answers questions about a city's administrative reform. Without a verb: serves the bot.";
    public const string Ask = "Answers one question on the terminal";
    public const string Import = "Imports tables (CSV, workbooks); one bad row refuses the whole call";
    public const string Export = "Exports a table as CSV";
    public const string Remind = "Plans and sends the reminders of a day";
    public const string Undelivered = "Lists the messages that could not be delivered, with their reasons, and sends them again";
    public const string Package = "Builds the Teams app package";
    public const string Eval = "Asks the questions of files over the configured store and prints how good the answers are";
    public const string Verify = "Verifies the chain of the audit log";
    public const string Stopped = "Stopped before the work was done.";
    public const string StoreFault =
        "The store cannot be used. Check Store__Provider and ConnectionStrings__Store, and that the database is there and may be written:";
}
