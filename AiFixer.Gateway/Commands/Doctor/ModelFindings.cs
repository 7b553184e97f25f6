using AiFixer.Hosting.Models;
using AiFixer.Plugins.Checks;

namespace AiFixer.Gateway.Commands.Doctor;

/// <summary>Whether the configured models can be asked.</summary>
internal static class ModelFindings
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { MaxResponseContentBufferSize = 4 * 1024 * 1024 };
        var checks = ModelChecks.Of(configuration, http, TimeProvider.System);
        return checks.Count == 0
            ? [new("models", FindingState.NotConfigured, "none: the offline analyst works alone", "set Llm:Providers to let models look further (docs/configuration.md)")]
            : await Task.WhenAll(checks.Select(check => ConnectionFindings.LookAsync(check, cancellationToken)));
    }
}
