using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>Refuses what would make a small file large or endless: references, and things in things in things.</summary>
internal static class YamlShape
{
    private const int Deepest = 24;

    /// <returns>Null when the file may be read.</returns>
    public static string? Problem(string text)
    {
        var depth = 0;
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (parser.Current is AnchorAlias)
                return $"line {parser.Current.Start.Line}: references (*name) are not read";
            if (depth > Deepest)
                return $"line {parser.Current.Start.Line}: nested too deeply";
        }

        return null;
    }
}
