using AiFixer.Hosting.Configuration;
using AiFixer.Llm.Providers;
using AiFixer.Plugins.Checks;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Hosting.Models;

/// <summary>One check for each configured provider of models.</summary>
public static class ModelChecks
{
    /// <param name="http">Sends what has to be asked; its time is limited by each check.</param>
    public static IReadOnlyList<IConnectionCheck> Of(IConfiguration configuration, HttpClient http, TimeProvider time) =>
        [.. LlmSettings.Read(new(configuration, new ConfigurationProblems())).Providers.Select(provider => new ModelCheck(http, provider, Dialects.Of(provider), time))];
}
