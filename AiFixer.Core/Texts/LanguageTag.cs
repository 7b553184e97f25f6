using System.Globalization;

namespace AiFixer.Core.Texts;

/// <summary>How languages are written: <c>en</c>, <c>zh-CN</c>.</summary>
public static class LanguageTag
{
    public static IReadOnlyList<Language> All { get; } = [Language.English, Language.Chinese];

    public static string Of(Language language) => language == Language.Chinese ? "zh-CN" : "en";

    /// <summary>What a language calls itself.</summary>
    public static string Name(Language language) => language == Language.Chinese ? "中文" : "English";

    /// <summary>Any kind of Chinese or English: <c>zh</c>, <c>zh-Hans</c>, <c>zh_cn</c>, <c>en-GB</c>, or its name.</summary>
    public static Language? Parse(string? text)
    {
        var tag = text?.Trim().Replace('_', '-').Split('-')[0].ToLowerInvariant();
        return tag is "zh" or "chinese" or "中文" ? Language.Chinese : tag is "en" or "english" ? Language.English : null;
    }

    /// <summary>The one of ours that somebody likes best, by an <c>Accept-Language</c> header; null when it names none of them.</summary>
    public static Language? Preferred(string? accepted) =>
        accepted?.Split(',', 50)
            .Select(part => part.Split(';', 2))
            .Select(part => (Language: Parse(part[0]), Weight: part.Length == 1 ? 1 : Weight(part[1])))
            .Where(wish => wish is { Language: not null, Weight: > 0 })
            .OrderByDescending(wish => wish.Weight)
            .FirstOrDefault().Language;

    private static double Weight(string quality) =>
        quality.Trim() is ['q', '=', .. var weight] && double.TryParse(weight, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
