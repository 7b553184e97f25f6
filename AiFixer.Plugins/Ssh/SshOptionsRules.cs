using System.Text.RegularExpressions;
using AiFixer.Plugins.Connections;

namespace AiFixer.Plugins.Ssh;

/// <summary>What the hosts' options must fulfil. All of it ends up in a configuration file for ssh: hence the plain words.</summary>
internal static partial class SshOptionsRules
{
    public static IEnumerable<string> Problems(string key, IReadOnlyDictionary<string, SshHostOptions> hosts) =>
        hosts.SelectMany(h => Problems($"{key}:{h.Key}", h.Key, h.Value, hosts));

    private static IEnumerable<string> Problems(
        string key, string name, SshHostOptions options, IReadOnlyDictionary<string, SshHostOptions> hosts) =>
    [
        .. ConnectionName.Problems(key, name),
        .. Fits($"{key}:{nameof(options.Address)}", options.Address, Address(), "must be a host's name or address"),
        .. Fits($"{key}:{nameof(options.User)}", options.User, User(), "must be a user's name"),
        .. OptionLimits.Count($"{key}:{nameof(options.Port)}", options.Port, 1, 65535),
        .. FileProblems($"{key}:{nameof(options.IdentityFile)}", options.IdentityFile),
        .. FileProblems($"{key}:{nameof(options.KnownHosts)}", options.KnownHosts),
        .. JumpProblems($"{key}:{nameof(options.Jump)}", name, hosts),
        .. string.IsNullOrEmpty(options.ComposeFolder) ? [] : Fits($"{key}:{nameof(options.ComposeFolder)}", options.ComposeFolder, FilePath(), "must be a full path of plain characters"),
        .. OptionLimits.Duration($"{key}:{nameof(options.ConnectTimeout)}", options.ConnectTimeout, TimeSpan.FromMinutes(1)),
        .. OptionLimits.Duration($"{key}:{nameof(options.CommandTimeout)}", options.CommandTimeout, TimeSpan.FromMinutes(10)),
    ];

    private static IEnumerable<string> Fits(string key, string? value, Regex pattern, string what)
    {
        if (string.IsNullOrEmpty(value))
            yield return $"{key}: is required";
        else if (!pattern.IsMatch(value))
            yield return $"{key}: {what}";
    }

    private static List<string> FileProblems(string key, string path)
    {
        var wrong = Fits(key, path, FilePath(), "must be a full path of plain characters").ToList();
        return wrong.Count > 0 || File.Exists(path) ? wrong : [$"{key}: there is no file '{path}'"];
    }

    private static IEnumerable<string> JumpProblems(string key, string name, IReadOnlyDictionary<string, SshHostOptions> hosts)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal) { name };
        for (var jump = hosts[name].Jump; !string.IsNullOrEmpty(jump); jump = hosts[jump].Jump)
        {
            if (!hosts.ContainsKey(jump))
                return [$"{key}: there is no host '{OutsideText.Line(jump, 63)}'"];
            if (!passed.Add(jump))
                return [$"{key}: leads back to '{jump}'"];
        }

        return [];
    }

    [GeneratedRegex(@"^[A-Za-z0-9:]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?\z")]
    private static partial Regex Address();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.-]{0,31}\z")]
    private static partial Regex User();

    [GeneratedRegex(@"^/[A-Za-z0-9._/@+-]{1,1000}\z")]
    private static partial Regex FilePath();
}
