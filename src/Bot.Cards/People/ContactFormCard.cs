using Bot.AdaptiveCards.Actions;
using Bot.AdaptiveCards.Inputs;
using Bot.Indicators.Contacts;

namespace Bot.Cards.People;

/// <summary>The form of one contact, and what came of it.</summary>
internal static class ContactFormCard
{
    private const int LongestField = 200;

    public static Draft Of(ContactForm form, Wording words, CardContext context)
    {
        var isNew = form.Seen.Length == 0;
        return new()
        {
            Title = isNew ? words["contacts.new"] : Texts.Plain(form.Upn),
            Sentence = form.Fault is { } fault ? words["contacts.fault." + fault] : words["contacts.form"],
            Body =
            [
                isNew
                    ? Field(ContactVerbs.Contact, form.Upn, "contacts.upn", words) with
                    {
                        IsRequired = true,
                        ErrorMessage = words["contacts.fault.Upn"],
                    }
                    : null,
                Field(ContactVerbs.Name, form.Name, "contacts.name", words),
                Choice(ContactVerbs.Role, form.Role, "contacts.role", ["official", "inspector", "admin"], "person.", words),
                Field(ContactVerbs.Unit, form.Unit, "contacts.unit", words),
                Field(ContactVerbs.ObjectId, form.ObjectId, "contacts.objectId", words),
                Choice(ContactVerbs.Language, form.Language, "contacts.language", ["vi", "en"], "language.name.", words),
            ],
            Buttons =
            [
                Buttons.Click(words["contacts.save"], ContactVerbs.Save, context, isNew ? [] : Data(form)) with
                {
                    Style = ActionStyle.Positive,
                },
                isNew ? null : Buttons.Click(words["contacts.remove"], ContactVerbs.Remove, context, Data(form), AssociatedInputs.None),
                Back(words, context),
            ],
        };
    }

    public static Draft Saved(Contact contact, string by, DateTimeOffset at, Wording words, CardContext context) =>
        new()
        {
            Sentence = words.Say("contacts.saved", ContactListCard.NameOf(contact)),
            Body =
            [
                Lines.Body(ContactListCard.About(contact, words)),
                contact.AadObjectId.Length > 0 ? null : Lines.Small(words["contacts.saved.noId"]),
                Lines.Small(words.Say("contacts.by", Texts.Plain(by), words.Moment(at))),
            ],
            Buttons = [Back(words, context)],
        };

    public static Draft Removed(ContactForm contact, Wording words, CardContext context) =>
        new()
        {
            Sentence = words.Say("contacts.removed", Texts.Plain(contact.Name.Length > 0 ? contact.Name : contact.Upn)),
            Body = [Lines.Body(words["contacts.removed.now"])],
            Buttons = [Back(words, context)],
        };

    private static TextInput Field(string id, string value, string label, Wording words) =>
        new(id, words[label]) { Value = value.Length == 0 ? null : value, MaxLength = LongestField };

    private static ChoiceSetInput Choice(string id, string value, string label, string[] choices, string names, Wording words) =>
        new(id, words[label], [.. choices.Select(choice => new Choice(words[names + Texts.Capital(choice)], choice))]) { Value = value };

    private static Dictionary<string, string> Data(ContactForm form) =>
        new() { [ContactVerbs.Contact] = form.Upn, [ContactVerbs.Seen] = form.Seen };

    private static CardAction Back(Wording words, CardContext context) =>
        Buttons.Click(words["contacts.back"], ContactVerbs.List, context, [], AssociatedInputs.None);
}
