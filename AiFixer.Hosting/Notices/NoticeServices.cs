using AiFixer.Core.Notices;
using AiFixer.Core.Ports;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Notices.Telegram;
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
        var (webhook, bot, telegram) = (NoticeOptions.Read(settings), LarkBotSettings.Read(settings), TelegramOptions.Read(settings));
        NoticeChoice Choice(string section) => NoticeChoiceSettings.Read(settings.Section(section));
        var (toWebhook, toBot, toTelegram) = (Choice(NoticeOptions.Section), Choice(LarkBotOptions.Section), Choice(TelegramOptions.Section));
        builder.Services.AddSingleton<INotices>(provider =>
        {
            var time = provider.GetRequiredService<TimeProvider>();
            var all = new List<INotices>();
            if (webhook.Url is { } url)
                all.Add(new ChosenNotices(url.Host, toWebhook, new WebhookNotices(webhook, time)));
            if (bot.Url is { } address)
                all.Add(new ChosenNotices($"the bot at {address.Host}", toBot, new LarkBot(bot, new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, time)));
            if (telegram.Token is not null)
                all.Add(new ChosenNotices($"the chat {telegram.Chat}", toTelegram, new TelegramNotices(telegram, time)));
            return new AllNotices(all);
        });
    }
}
