using AiFixer.Gateway.Errors;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Gateway.Draining;

/// <summary>For processes that have others beside them: <c>Gateway:DrainTime</c>.</summary>
internal static class DrainSetup
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public static void Add(WebApplicationBuilder builder, ConfigurationProblems problems)
    {
        var length = new SettingsReader(builder.Configuration, problems).Section("Gateway").Duration("DrainTime", Usual, TimeSpan.Zero, Longest);
        builder.Services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Drain>(provider, length));
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Drain>());
    }

    public static void Use(WebApplication app)
    {
        var drain = app.Services.GetRequiredService<Drain>();
        app.Use((context, next) => drain.HasBegun ? TurnAwayAsync(context) : next(context));
    }

    private static Task TurnAwayAsync(HttpContext context)
    {
        context.Response.Headers.Connection = "close";
        return Problems.Busy("This process stops; nothing was taken. Another one takes it.").ExecuteAsync(context);
    }
}
