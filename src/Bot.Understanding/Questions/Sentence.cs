using System.Numerics;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Readings;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Numbers;
using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>A question cut into parts, with what each may mean. Frames read it; it decides nothing.</summary>
internal sealed class Sentence
{
    private readonly List<UnitSpan> _weak = [];
    private readonly CueSpan[] _cues;

    public Sentence(Question question, Lexicon lexicon)
        : this(question, lexicon, new Recollection(question.Dialogue, question.Own)) { }

    private Sentence(Question question, Lexicon lexicon, Recollection before)
    {
        (Question, Lexicon, Before) = (question, lexicon, before);
        Tokens = MeantWords.Of(Tokeniser.Split(question.Text), lexicon);
        Spans = Segmentation.Of(Tokens, lexicon, question.Today, _weak);
        KnownOn = KnownDays.Take(Spans, Tokens);
        _cues = [.. Spans.OfType<CueSpan>()];
        Periods = [.. Spans.OfType<PeriodSpan>().Select(s => s.Mention)];
        Numbers = [.. Spans.OfType<NumberSpan>().Select(s => s.Mention)];
        (Content, CueTerms, GrammarTerms, NumberTerms) = ContentTerms.Of(this);
        Covers = lexicon.Topics.Cover(Content);
        Units = [.. Spans.OfType<UnitSpan>()];
        Language = Languages.Of(this);
    }

    public Question Question { get; }

    public Lexicon Lexicon { get; }

    /// <summary>What was asked before; frames look here and not at the question's own state.</summary>
    public Recollection Before { get; }

    public Catalogue Catalogue => Lexicon.Catalogue;

    public Token[] Tokens { get; }

    public List<Span> Spans { get; }

    public IReadOnlyList<CueSpan> Cues => _cues;

    public IReadOnlyList<PeriodMention> Periods { get; }

    public IReadOnlyList<NumberMention> Numbers { get; }

    /// <summary>The day up to which knowledge counts; null for all that is known.</summary>
    public DateOnly? KnownOn { get; }

    /// <summary>The named units, in order; weak names only where <see cref="WeakUnits"/> let them in.</summary>
    public List<UnitSpan> Units { get; }

    /// <summary>Names without a head word that may be units.</summary>
    public IReadOnlyList<UnitSpan> Weak => _weak;

    /// <summary>The content terms that are not part of a unit's name or a time.</summary>
    public List<ContentTerm> Content { get; }

    /// <summary>Content terms that stand in cues, that may be grammar, and that are numbers.</summary>
    public ulong CueTerms { get; }

    public ulong GrammarTerms { get; }

    public ulong NumberTerms { get; }

    public List<TopicCover> Covers { get; }

    public Language Language { get; }

    public bool Has(Cue cue)
    {
        foreach (var span in _cues)
        {
            if (span.Has(cue))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the cue stands there and the topic does not explain its words as part of a name.</summary>
    public bool Has(Cue cue, ulong explained)
    {
        foreach (var span in _cues)
        {
            if (span.Has(cue) && !IsExplained(span, explained))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether all words of a span belong to the explained terms.</summary>
    public bool IsExplained(Span span, ulong explained)
    {
        var any = false;
        for (var i = 0; i < Content.Count && i < 64; i++)
        {
            if (Content[i].Token >= span.Start && Content[i].Token < span.End)
            {
                any = true;
                if ((explained >> i & 1) == 0)
                {
                    return false;
                }
            }
        }

        return any;
    }

    /// <summary>The same where grammar need not belong to them ("có giảm" of "có giám sát").</summary>
    public bool IsExplainedButForGrammar(Span span, ulong explained)
    {
        var any = false;
        for (var i = 0; i < Content.Count && i < 64; i++)
        {
            if (Content[i].Token >= span.Start && Content[i].Token < span.End)
            {
                if ((explained >> i & 1) != 0)
                {
                    any = true;
                }
                else if (!Content[i].Grammar)
                {
                    return false;
                }
            }
        }

        return any;
    }

    /// <summary>Whether any word of a span belongs to the explained terms.</summary>
    public bool IsTouched(Span span, ulong explained)
    {
        for (var i = 0; i < Content.Count && i < 64; i++)
        {
            if (Content[i].Token >= span.Start && Content[i].Token < span.End && (explained >> i & 1) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the word there and the next one stand side by side in some name.</summary>
    public bool StandsInName(int token)
    {
        var first = Content.FindLastIndex(c => c.Token <= token && !c.Grammar);
        var second = Content.FindIndex(c => c.Token > token && !c.Grammar);
        return first >= 0 && second >= 0 && Lexicon.Topics.HasPair(Content[first].Term, Content[second].Term);
    }

    /// <summary>The same question in other words; what it looks up of the dialogue counts as looked up by this one.</summary>
    public Sentence InOtherWords(string text) => new(Question with { Text = text }, Lexicon, Before);

    /// <summary>What follows a question of the same sentence.</summary>
    public Sentence After(Reading reading, string text) =>
        new(Question with { Text = text, Dialogue = DialogueState.Next(null, reading) }, Lexicon);

    /// <summary>The words of some tokens, as typed.</summary>
    public string Typed(int start, int end) =>
        end <= start ? "" : Question.Text[Tokens[start].Start..Math.Min(Tokens[end - 1].End, Question.Text.Length)].Trim();

    public Token? Peek(int at) => at >= 0 && at < Tokens.Length ? Tokens[at] : null;

    public CueSpan? CueAt(int token)
    {
        foreach (var cue in _cues)
        {
            if (cue.Start <= token && token < cue.End)
            {
                return cue;
            }
        }

        return null;
    }

    public Span? SpanAt(int token)
    {
        foreach (var span in Spans)
        {
            if (span.Start <= token && token < span.End)
            {
                return span;
            }
        }

        return null;
    }

    public static int Count(ulong mask) => BitOperations.PopCount(mask);
}
