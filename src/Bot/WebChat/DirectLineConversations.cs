using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Bot.WebChat;

/// <summary>The conversations that are open, in memory; the longest unused one makes room when there are too many.</summary>
internal sealed class DirectLineConversations(TimeProvider clock)
{
    private const int Most = 200;
    private const int StreamsPerUser = 20;

    private readonly ConcurrentDictionary<string, DirectLineConversation> _open = new(StringComparer.Ordinal);

    /// <summary>The conversation of this id, if it is open.</summary>
    public bool TryGet(string id, [MaybeNullWhen(false)] out DirectLineConversation conversation) =>
        _open.TryGetValue(id, out conversation);

    /// <summary>The conversation of this id, opened for the user if it is new.</summary>
    public (DirectLineConversation Conversation, bool IsNew) Open(string id, ChatUser user)
    {
        var mine = new DirectLineConversation(id, user, clock);
        var conversation = _open.GetOrAdd(id, mine);
        if (_open.Count > Most)
        {
            var oldest = _open.Values.Where(other => other.OpenStreams == 0 && other != mine).MinBy(other => other.LastUsed);
            _ = oldest is not null && _open.TryRemove(oldest.Id, out _);
        }
        return (conversation, ReferenceEquals(conversation, mine));
    }

    /// <summary>Whether the user has sockets enough.</summary>
    public bool IsFull(ChatUser user) =>
        _open.Values.Where(open => open.User.Id == user.Id).Sum(open => open.OpenStreams) >= StreamsPerUser;
}
