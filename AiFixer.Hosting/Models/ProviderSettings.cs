using AiFixer.Hosting.Configuration;
using AiFixer.Llm.Providers;

namespace AiFixer.Hosting.Models;

/// <summary>Reads one provider.</summary>
internal static class ProviderSettings
{
    private static readonly string[] Names =
    [
        nameof(ProviderOptions.Name), nameof(ProviderOptions.Kind), nameof(ProviderOptions.Model), nameof(ProviderOptions.BaseUrl), nameof(ProviderOptions.ApiKey),
        nameof(ProviderOptions.Stream), nameof(ProviderOptions.Json), nameof(ProviderOptions.Timeout), nameof(ProviderOptions.MaxOutputTokens),
        nameof(ProviderOptions.ContextTokens), nameof(ProviderOptions.Temperature), nameof(ProviderOptions.RequestsPerMinute), nameof(ProviderOptions.AtOnce),
        nameof(ProviderOptions.InputPrice), nameof(ProviderOptions.OutputPrice), nameof(ProviderOptions.MaxAnswerBytes), AllowHttp,
    ];

    private const string AllowHttp = "AllowHttp";

    /// <param name="kindName">The key that says which kind of provider it is.</param>
    /// <param name="only">The names it has; all of them unless told otherwise.</param>
    public static ProviderOptions? Read(SettingsReader settings, string kindName, string[]? only = null)
    {
        if (only is null)
            settings.RefuseOthers(Names);
        var kind = ProviderKinds.Read(settings, kindName);
        var model = Needed(settings, nameof(ProviderOptions.Model), "must name a model, as the provider spells it");
        var address = kind is { } known ? Address(settings, known) : null;
        var key = settings.Text(nameof(ProviderOptions.ApiKey));
        if (kind is { } wanting && ProviderKinds.WantsKey(wanting) && key is null)
            settings.Problems.Add(settings.Key(nameof(ProviderOptions.ApiKey)), $"is missing: set {Variable(settings)} or {Variable(settings)}_FILE");
        if (address is { Scheme: "http", IsLoopback: false } && key is not null && !settings.Flag(AllowHttp, false))
            settings.Problems.Add(settings.Key(nameof(ProviderOptions.BaseUrl)), $"would send the key in the clear: use https, or set {AllowHttp} where the way is safe");
        return kind is null || model is null || address is null ? null : Of(settings, kind.Value, model, address, key);
    }

    private static ProviderOptions Of(SettingsReader settings, ProviderKind kind, string model, Uri address, string? key)
    {
        var defaults = new ProviderOptions { Name = "", Kind = kind, Model = model, BaseUrl = address };
        return defaults with
        {
            Name = settings.Text(nameof(ProviderOptions.Name), kind.ToString().ToLowerInvariant()),
            ApiKey = key,
            Stream = settings.Flag(nameof(ProviderOptions.Stream), defaults.Stream),
            Json = settings.Choice(nameof(ProviderOptions.Json), ProviderKinds.Json(kind)),
            Timeout = settings.Duration(nameof(ProviderOptions.Timeout), defaults.Timeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15)),
            MaxOutputTokens = settings.Number(nameof(ProviderOptions.MaxOutputTokens), defaults.MaxOutputTokens, 256, 131_072),
            ContextTokens = settings.Number(nameof(ProviderOptions.ContextTokens), defaults.ContextTokens, 2048, 2_097_152),
            Temperature = settings.Has(nameof(ProviderOptions.Temperature)) ? (float)settings.Amount(nameof(ProviderOptions.Temperature), 0, 2) : null,
            RequestsPerMinute = settings.Number(nameof(ProviderOptions.RequestsPerMinute), defaults.RequestsPerMinute, 0, 100_000),
            AtOnce = settings.Number(nameof(ProviderOptions.AtOnce), defaults.AtOnce, 1, 256),
            InputPrice = settings.Amount(nameof(ProviderOptions.InputPrice), defaults.InputPrice, 10_000),
            OutputPrice = settings.Amount(nameof(ProviderOptions.OutputPrice), defaults.OutputPrice, 10_000),
            MaxAnswerBytes = settings.Number(nameof(ProviderOptions.MaxAnswerBytes), defaults.MaxAnswerBytes, 16 * 1024, 16 * 1024 * 1024),
        };
    }

    private static Uri? Address(SettingsReader settings, ProviderKind kind)
    {
        if ((settings.Text(nameof(ProviderOptions.BaseUrl)) ?? ProviderKinds.Address(kind)) is not { } text)
        {
            settings.Problems.Add(settings.Key(nameof(ProviderOptions.BaseUrl)), "is missing: this kind of provider has no address of its own");
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" })
            return address;
        settings.Problems.Add(settings.Key(nameof(ProviderOptions.BaseUrl)), "must be an address of the web, without user, query or fragment");
        return null;
    }

    private static string? Needed(SettingsReader settings, string name, string otherwise)
    {
        if (settings.Text(name) is { } text)
            return text;
        settings.Problems.Add(settings.Key(name), otherwise);
        return null;
    }

    private static string Variable(SettingsReader settings) =>
        settings.Key(nameof(ProviderOptions.ApiKey)).Replace(":", "__", StringComparison.Ordinal);
}
