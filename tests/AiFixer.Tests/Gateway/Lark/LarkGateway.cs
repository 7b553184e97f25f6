using AiFixer.Gateway;
using AiFixer.Gateway.Lark;
using AiFixer.Gateway.Options;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Lark;
using AiFixer.Lark.Events;
using AiFixer.Playground.Lark;
using AiFixer.Tests.Lark.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Gateway.Lark;

/// <summary>The endpoints of the webhook on loopback, as the configuration makes them, and a practice Lark that calls them.</summary>
internal sealed class LarkGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LarkGateway(WebApplication app, PracticeLark lark, TakenEvents events) => (_app, Lark, Events) = (app, lark, events);

    public PracticeLark Lark { get; }

    public TakenEvents Events { get; }

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<LarkGateway> StartAsync(PracticeLarkOptions? practice = null, params (string Key, string Value)[] settings)
    {
        var lark = await PracticeLark.StartAsync((practice ?? new()) with { Limits = LarkLimits.None }, LarkBench.Stop);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var (key, value) in Settings(lark).Concat(settings))
            builder.Configuration[key] = value;
        var (events, problems) = (new TakenEvents(), new ConfigurationProblems());
        builder.Services.AddSingleton<ILarkEvents>(events);
        builder.Services.AddSingleton(new GatewayOptions());
        builder.AddLark(problems);
        problems.ThrowIfAny();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        LarkEndpoints.Map(app);
        await app.StartAsync(LarkBench.Stop);
        var gateway = new LarkGateway(app, lark, events);
        lark.PushTo(new(gateway.Url, LarkEndpoints.Events));
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Lark.DisposeAsync();
    }

    private static (string Key, string Value)[] Settings(PracticeLark lark) =>
    [
        ("Lark:Mode", "Webhook"), ("Lark:Url", lark.Url.ToString()), ("Lark:AppId", lark.Options.AppId), ("Lark:AppSecret", lark.Options.AppSecret),
        ("Lark:EncryptKey", lark.Options.EncryptKey), ("Lark:VerificationToken", lark.Options.VerificationToken),
    ];
}
