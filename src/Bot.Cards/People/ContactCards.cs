using Bot.Indicators.Contacts;

namespace Bot.Cards.People;

/// <summary>The people whom the bot knows, and the form in which an admin changes one. A card computes nothing.</summary>
public static class ContactCards
{
    /// <summary>How many contacts stand on one page.</summary>
    public const int PageSize = 8;

    /// <summary>A page of contacts.</summary>
    public static CardMessage List(ContactPage page, CardContext context)
    {
        var words = new Wording(context);
        return ContactListCard.Of(page, words, context).ToMessage(words);
    }

    /// <summary>The form, with what was typed and what is wrong with it.</summary>
    public static CardMessage Form(ContactForm form, CardContext context)
    {
        var words = new Wording(context);
        return ContactFormCard.Of(form, words, context).ToMessage(words);
    }

    /// <summary>The contact was taken, by whom and when.</summary>
    public static CardMessage Saved(Contact contact, string by, DateTimeOffset at, CardContext context)
    {
        var words = new Wording(context);
        return ContactFormCard.Saved(contact, by, at, words, context).ToMessage(words);
    }

    /// <summary>The contact was taken out.</summary>
    public static CardMessage Removed(ContactForm contact, CardContext context)
    {
        var words = new Wording(context);
        return ContactFormCard.Removed(contact, words, context).ToMessage(words);
    }
}

/// <summary>A page of contacts.</summary>
/// <param name="Shown">Those on it.</param>
/// <param name="Found">How many there are that match.</param>
/// <param name="Number">The page, from 1.</param>
/// <param name="Find">The words that were looked for; empty for all.</param>
public sealed record ContactPage(IReadOnlyList<Contact> Shown, int Found, int Number, string Find);
