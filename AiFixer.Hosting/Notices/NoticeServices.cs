using AiFixer.Core.Ports;
using AiFixer.Hosting.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Hosting.Notices;

/// <summary>Registers whoever tells people things.</summary>
public static class NoticeServices
{
    public static void AddNotices(this IHostApplicationBuilder builder, ConfigurationProblems problems) => builder.Services
        .AddSingleton(NoticeOptions.Read(new(builder.Configuration, problems)))
        .AddSingleton<INotices, WebhookNotices>();
}
