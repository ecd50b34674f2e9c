namespace Bot.Store.Tables;

internal static class ReadOnlyLists
{
    /// <summary>The place of an item, or -1.</summary>
    public static int IndexOf<T>(this IReadOnlyList<T> list, T item)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (EqualityComparer<T>.Default.Equals(list[i], item))
            {
                return i;
            }
        }

        return -1;
    }
}
