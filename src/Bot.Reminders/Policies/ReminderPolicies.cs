using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Reminders.Policies;

/// <summary>
/// The policy in force: the one that ships with the bot, or the file of <c>Reminders:Ladders</c>, read again when it was changed.
/// </summary>
public sealed class ReminderPolicies
{
    private readonly string? _file;
    private readonly ILogger _log;
    private readonly Lock _reading = new();
    private DateTime _changed;
    private ReminderPolicy? _read;

    internal ReminderPolicies(IOptions<RemindersOptions> options, ILogger<ReminderPolicies> log) =>
        (_file, _log) = (options.Value.Ladders, log);

    /// <summary>
    /// The policy as the file says now. A change that makes the file unreadable is logged and the policy before it stays in force.
    /// </summary>
    /// <exception cref="PolicyException">The file was never readable.</exception>
    public ReminderPolicy Current
    {
        get
        {
            lock (_reading)
            {
                return _read = Read();
            }
        }
    }

    private ReminderPolicy Read()
    {
        if (string.IsNullOrEmpty(_file))
        {
            return _read ?? Shipped();
        }

        var changed = File.GetLastWriteTimeUtc(_file);
        if (_read is not null && changed == _changed)
        {
            return _read;
        }

        _changed = changed;
        try
        {
            return PolicyFile.Read(_file, Bytes(_file));
        }
        catch (PolicyException e) when (_read is not null)
        {
            Log.PolicyKept(_log, e.Message);
            return _read;
        }
    }

    private static byte[] Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PolicyException($"{file}: {e.Message} Set Reminders__Ladders to a file that can be read, or leave it out.");
        }
    }

    private static ReminderPolicy Shipped()
    {
        const string name = "default-ladders.json";
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return PolicyFile.Read(name, bytes);
    }
}
