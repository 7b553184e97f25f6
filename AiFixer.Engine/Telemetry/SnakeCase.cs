using System.Collections.Concurrent;
using System.Text;

namespace AiFixer.Engine.Telemetry;

/// <summary>Names of our types and their values as telemetry writes names: <c>RunAction</c> is <c>run_action</c>. There are few, so they are kept.</summary>
internal static class SnakeCase
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Of(string name) => Known.GetOrAdd(name, static name =>
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    });
}
