namespace Bot;

internal static class Program
{
    internal static void Main() { }
}
