using AiFixer.Core.Texts;

namespace AiFixer.Gateway.Texts;

/// <summary>Everything that pages say. What the API says is English.</summary>
internal static class GatewayWords
{
    public static TextBook English { get; } = Load(Language.English);

    public static TextBook Chinese { get; } = Load(Language.Chinese);

    public static TextBook Of(Language language) => language == Language.Chinese ? Chinese : English;

    private static TextBook Load(Language language) => TextBook.Load(typeof(GatewayWords).Assembly, "AiFixer.Gateway.Texts", language);
}
