using System.Globalization;
using Bot.AdaptiveCards.Actions;
using Bot.AdaptiveCards.Inputs;
using Bot.Indicators.Contacts;

namespace Bot.Cards.People;

/// <summary>A page of contacts, each a row that opens its form, with a field to look for one.</summary>
internal static class ContactListCard
{
    private const int LongestFind = 100;

    public static Draft Of(ContactPage page, Wording words, CardContext context) =>
        new()
        {
            Title = words["contacts.title"],
            Sentence =
                page.Find.Length > 0
                    ? words.Count("contacts.found", page.Found, Texts.Typed(page.Find))
                    : words.Count("contacts.all", page.Found),
            Body =
            [
                .. page.Shown.Select(contact => Row(contact, words, context)),
                new TextInput(ContactVerbs.Find, words["contacts.find"])
                {
                    Value = page.Find.Length == 0 ? null : page.Find,
                    MaxLength = LongestFind,
                },
            ],
            Buttons =
            [
                Buttons.Click(words["contacts.search"], ContactVerbs.List, context, []),
                Buttons.Click(words["contacts.add"], ContactVerbs.Open, context, [], AssociatedInputs.None),
                page.Number * ContactCards.PageSize < page.Found ? Turn(page, page.Number + 1, "contacts.next", words, context) : null,
            ],
            More = page.Number > 1 ? [Turn(page, page.Number - 1, "contacts.before", words, context)] : [],
        };

    /// <summary>What a contact is: role, unit, account.</summary>
    public static string About(Contact contact, Wording words) =>
        string.Join(
            " · ",
            new[]
            {
                words["person." + contact.Role],
                contact.Unit is { } unit ? words.Name(unit) : null,
                Texts.Plain(contact.Upn),
            }.OfType<string>()
        );

    /// <summary>The name, or the account where no name is known.</summary>
    public static string NameOf(Contact contact) => Texts.Plain(contact.Name.Length > 0 ? contact.Name : contact.Upn);

    private static Container Row(Contact contact, Wording words, CardContext context) =>
        ChoiceRow.Of(
            NameOf(contact),
            contact.AadObjectId.Length > 0 ? About(contact, words) : words.Say("contacts.noId", About(contact, words)),
            Buttons.Click(
                NameOf(contact),
                ContactVerbs.Open,
                context,
                new() { [ContactVerbs.Contact] = contact.Upn },
                AssociatedInputs.None
            )
        );

    private static CardAction Turn(ContactPage page, int to, string title, Wording words, CardContext context) =>
        Buttons.Click(
            words[title],
            ContactVerbs.List,
            context,
            new() { [ContactVerbs.Find] = page.Find, [ContactVerbs.Page] = to.ToString(CultureInfo.InvariantCulture) },
            AssociatedInputs.None
        );
}
