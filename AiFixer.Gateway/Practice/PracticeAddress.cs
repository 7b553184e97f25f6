using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AiFixer.Gateway.Practice;

/// <summary>Where this service listens, once it does.</summary>
internal sealed class PracticeAddress(IServer server, IHostApplicationLifetime lifetime)
{
    public async Task<Uri> WebhookAsync(CancellationToken cancellationToken) =>
        new(await BaseAsync(cancellationToken), "/webhooks/alertmanager");

    public async Task<Uri> BaseAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
        return new(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }
}
