using AiFixer.Core.Texts;
using Microsoft.AspNetCore.Components;

namespace AiFixer.Gateway.Texts;

internal static class Phrases
{
    /// <summary>A sentence with parts of a page where its values go.</summary>
    public static RenderFragment Tell(this TextBook words, string key, params RenderFragment[] values) => page =>
    {
        // Pages are rendered once, so nobody compares by these numbers.
        foreach (var (text, value) in words.Pieces(key))
        {
            if (value is { } number)
                page.AddContent(0, values[number]);
            else
                page.AddContent(1, text);
        }
    };
}
