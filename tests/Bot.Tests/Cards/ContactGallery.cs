using Bot.Cards;
using Bot.Cards.People;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Testing;

namespace Bot.Tests.Cards;

/// <summary>Every card with which an admin manages contacts, by the name of its golden file.</summary>
internal static class ContactGallery
{
    private static readonly Contact Official = new(
        "an@example.org",
        "00000000-0000-0000-0000-000000000021",
        "Nguyễn Văn An",
        Role.Official,
        Figures.Health,
        Language.Vietnamese
    );

    private static readonly Contact Inspector = new("binh@example.org", "", "", Role.Inspector, null, Language.English);

    private static readonly ContactForm Form = new(Official.Upn, Official.AadObjectId, Official.Name, "official", "Sở Y tế", "vi")
    {
        Seen = "0123456789abcdef",
    };

    public static IEnumerable<(string Name, CardMessage Message)> For(CardContext context)
    {
        yield return ("contacts", ContactCards.List(new([Official, Inspector], 18, 2, ""), context));
        yield return ("contacts-none", ContactCards.List(new([], 0, 1, "bình"), context));
        yield return ("contact-new", ContactCards.Form(ContactForm.Empty, context));
        yield return ("contact-form", ContactCards.Form(Form, context));
        yield return ("contact-fault", ContactCards.Form(Form with { Unit = "Sở", Fault = ContactFault.UnitUnknown }, context));
        yield return ("contact-saved", ContactCards.Saved(Inspector, "Trần Thị Bình", new(2023, 4, 3, 2, 20, 0, TimeSpan.Zero), context));
        yield return ("contact-removed", ContactCards.Removed(Form, context));
        yield return ("denied-admin", AnswerCards.DeniedToAllButAdmins(context));
    }
}
