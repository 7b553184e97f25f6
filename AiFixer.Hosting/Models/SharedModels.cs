using AiFixer.Core.Ports;
using AiFixer.Hosting.Configuration;
using AiFixer.Llm;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AiFixer.Hosting.Models;

/// <summary>
/// The configured models for several analysts, each in a world of its own, one after the other: what one learns of a provider's
/// limits and health, and what was answered before, the next one knows.
/// </summary>
public sealed class SharedModels : IDisposable
{
    private readonly ModelPool pool;

    private SharedModels(ModelPool pool) => this.pool = pool;

    /// <returns>Null where no model is configured.</returns>
    /// <exception cref="ConfigurationException">It is wrong.</exception>
    public static SharedModels? Read(IConfiguration configuration)
    {
        var problems = new ConfigurationProblems();
        var options = LlmSettings.Read(new(configuration, problems));
        problems.ThrowIfAny();
        return options.Providers.IsEmpty ? null : new(new(options, TimeProvider.System));
    }

    /// <summary>Puts them before the analyst that was added to these services, whose clock is the world's.</summary>
    public IServiceCollection AddTo(IServiceCollection services) => services.PutBefore((offline, provider) =>
        pool.Before(offline, provider.GetRequiredService<IPluginHost>(), provider.GetRequiredService<TimeProvider>()));

    /// <inheritdoc />
    public void Dispose() => pool.Dispose();
}
