using AiFixer.Gateway.Pages.Assets;
using AiFixer.Gateway.Pages.IncidentDetail;
using AiFixer.Gateway.Pages.Incidents;
using AiFixer.Gateway.Pages.Languages;
using AiFixer.Gateway.Pages.Playbooks;
using AiFixer.Gateway.Pages.PolicyPage;
using AiFixer.Gateway.Pages.SignIn;

namespace AiFixer.Gateway.Pages;

/// <summary>What people see. None of it is in the API document.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        IncidentListEndpoints.Map(pages);
        IncidentPageEndpoints.Map(pages);
        PlaybookPageEndpoints.Map(pages);
        PolicyPages.Map(pages);
        SignInEndpoints.Map(pages);
        LanguageEndpoints.Map(pages);
        AssetEndpoints.Map(pages);
    }
}
