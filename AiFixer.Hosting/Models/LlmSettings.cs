using System.Collections.Immutable;
using AiFixer.Hosting.Configuration;
using AiFixer.Llm;
using AiFixer.Llm.Providers;

namespace AiFixer.Hosting.Models;

/// <summary>Reads the section <c>Llm</c>.</summary>
internal static class LlmSettings
{
    private const string Section = "Llm";
    private const string List = "Providers";

    private static readonly LlmOptions Defaults = new();

    /// <summary>Names that only the one provider has that is set without a number.</summary>
    private static readonly string[] Short = ["Provider", "Model", "BaseUrl", "ApiKey"];

    public static LlmOptions Read(SettingsReader root)
    {
        var settings = root.Section(Section);
        var providers = Providers(settings);
        settings.RefuseOthers([.. Short, List, "Budget", "Cache", nameof(LlmOptions.ToolsAtOnce), nameof(LlmOptions.LongestWait), nameof(LlmOptions.CircuitOpenFor), nameof(LlmOptions.CircuitFailures)]);
        foreach (var twice in providers.GroupBy(provider => provider.Name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            settings.Problems.Add(settings.Key(List), $"several providers are named {twice.Key}: give each a Name of its own");
        return new()
        {
            Providers = providers,
            Budget = BudgetSettings.Read(settings.Section("Budget")),
            Cache = CacheSettings.Read(settings.Section("Cache")),
            ToolsAtOnce = settings.Number(nameof(LlmOptions.ToolsAtOnce), Defaults.ToolsAtOnce, 1, 32),
            LongestWait = settings.Duration(nameof(LlmOptions.LongestWait), Defaults.LongestWait, TimeSpan.Zero, TimeSpan.FromMinutes(2)),
            CircuitOpenFor = settings.Duration(nameof(LlmOptions.CircuitOpenFor), Defaults.CircuitOpenFor, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            CircuitFailures = settings.Number(nameof(LlmOptions.CircuitFailures), Defaults.CircuitFailures, 1, 100),
        };
    }

    private static ImmutableList<ProviderOptions> Providers(SettingsReader settings)
    {
        var all = settings.Sections(List)
            .OrderBy(provider => int.TryParse(provider.Name, out var number) ? number : int.MaxValue)
            .Select(provider => ProviderSettings.Read(provider.Settings, "Kind"));
        var first = settings.Text("Provider") is null ? [] : new[] { ProviderSettings.Read(settings, "Provider", Short) };
        return [.. first.Concat(all).OfType<ProviderOptions>()];
    }
}
