using System.Text.RegularExpressions;
using AiFixer.Core.Alerts;

namespace AiFixer.Core.Schemas;

/// <summary>Spells where in a document something is; a name from outside stays one short, printable piece.</summary>
internal static partial class JsonPath
{
    private const int MaxName = 64;

    public static string Of(string parent, string name) =>
        Plain().IsMatch(name) ? $"{parent}.{name}" : $"{parent}['{TextCleaner.Line(name, MaxName)}']";

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_-]{0,63}\z")]
    private static partial Regex Plain();
}
