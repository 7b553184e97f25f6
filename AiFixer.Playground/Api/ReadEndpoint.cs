using System.Text;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Printing;
using AiFixer.Playground.Selectors;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>GET of one object and of lists, in pages when asked.</summary>
internal sealed class ReadEndpoint(ControlPlane world, ListPages pages, TablePrinter printer)
{
    public Answer Get(ApiPath path, ApiCall call)
    {
        if (world.Store.Find(path.Type, path.Namespace ?? "", path.Name!) is not { } found)
            return StatusError.NotFound(path.Type, path.Name!);
        return TablePrinter.IsWanted(call.Accept)
            ? Answer.Json(printer.Print(path.Type, [found], world.Store.Version, call.Query("includeObject")))
            : new(200, Kinds.Named(path.Type, found.Bytes));
    }

    public Answer List(ApiPath path, ApiCall call)
    {
        if (LabelSelector.Parse(call.Query("labelSelector")).Failed(out var error, out var labels))
            return error;
        if (FieldSelector.Parse(path.Type, call.Query("fieldSelector")).Failed(out error, out var fields))
            return error;
        if (call.Query("continue") is { Length: > 0 } token)
            return pages.Continue(token, call.Query("limit")).Failed(out error, out var next) ? error : Write(path.Type, next, call);
        var matches = world.Store.List(path.Type, path.Namespace).Where(item => labels.Matches(item.Labels) && fields.Matches(item)).ToList();
        return Write(path.Type, pages.First(matches, world.Store.Version, call.Query("limit")), call);
    }

    private Answer Write(ResourceType type, ListPage page, ApiCall call)
    {
        if (TablePrinter.IsWanted(call.Accept))
            return Answer.Json(printer.Print(type, page.Items, page.Version, call.Query("includeObject"), page.Next, page.Remaining));
        using var body = new MemoryStream();
        var remaining = page.Remaining is { } count ? $",\"remainingItemCount\":{count}" : "";
        var next = page.Next.Length > 0 ? $",\"continue\":\"{page.Next}\"{remaining}" : "";
        body.Write(Encoding.UTF8.GetBytes($"{{\"kind\":\"{type.Kind}List\",\"apiVersion\":\"{type.ApiVersion}\",\"metadata\":{{\"resourceVersion\":\"{page.Version}\"{next}}},\"items\":["));
        for (var i = 0; i < page.Items.Count; i++)
        {
            if (i > 0)
                body.WriteByte((byte)',');
            body.Write(page.Items[i].Bytes);
        }

        body.Write("]}"u8);
        return new(200, body.ToArray());
    }
}
