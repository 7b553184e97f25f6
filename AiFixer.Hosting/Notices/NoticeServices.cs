using AiFixer.Core.Ports;
using AiFixer.Hosting.Configuration;
using AiFixer.Lark.Bot;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Hosting.Notices;

/// <summary>Registers whoever tells people things.</summary>
public static class NoticeServices
{
    public static void AddNotices(this IHostApplicationBuilder builder, ConfigurationProblems problems)
    {
        var settings = new SettingsReader(builder.Configuration, problems);
        var (webhook, bot) = (NoticeOptions.Read(settings), LarkBotSettings.Read(settings));
        builder.Services.AddSingleton<INotices>(provider =>
        {
            var time = provider.GetRequiredService<TimeProvider>();
            var all = new List<INotices>();
            if (webhook.Url is not null)
                all.Add(new WebhookNotices(webhook, time));
            if (bot.Url is not null)
                all.Add(new LarkBot(bot, new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, time));
            return new AllNotices(all);
        });
    }
}
