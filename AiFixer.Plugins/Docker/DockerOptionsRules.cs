using AiFixer.Plugins.Connections;

namespace AiFixer.Plugins.Docker;

/// <summary>What a Docker Engine's options must fulfil.</summary>
internal static class DockerOptionsRules
{
    public static IEnumerable<string> Problems(string key, string name, DockerConnectionOptions options) =>
    [
        .. ConnectionName.Problems(key, name),
        .. SocketProblems($"{key}:{nameof(options.Socket)}", options.Socket),
        .. OptionLimits.Duration($"{key}:{nameof(options.RequestTimeout)}", options.RequestTimeout, TimeSpan.FromMinutes(1)),
        .. OptionLimits.Duration($"{key}:{nameof(options.StopTimeout)}", options.StopTimeout, TimeSpan.FromMinutes(2)),
    ];

    private static IEnumerable<string> SocketProblems(string key, string socket)
    {
        if (!Path.IsPathFullyQualified(socket) || socket.Length > 107)
            yield return $"{key}: must be the full path of a unix socket, of at most 107 characters";
    }
}
