using AiFixer.Gateway.Pages.Assets;
using AiFixer.Gateway.Pages.IncidentDetail;
using AiFixer.Gateway.Pages.Languages;

namespace AiFixer.Gateway.Pages;

internal static class PageSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddScoped(LanguageChoice.WordsFor);
        services.AddSingleton<PageContexts>();
        services.AddSingleton<Notices>();
        services.AddSingleton<IncidentPageReader>();
        services.AddSingleton<AssetStore>();
    }
}
