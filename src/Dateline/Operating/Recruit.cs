using Dateline.People;

namespace Dateline.Operating;

/// <summary><c>dateline user add</c>: takes somebody on and prints the link to set the password.</summary>
public static class Recruit
{
    public static async Task<int> Run(IServiceProvider services, DatelineOptions options, string name, string email, Role role, CancellationToken cancel)
    {
        var recruiting = services.GetRequiredService<Recruiting>();
        var (staff, refusals) = await recruiting.TakeOn(name, email, role, password: null, cancel);
        if (staff is null)
        {
            foreach (var refusal in refusals) await Console.Error.WriteLineAsync(refusal);
            return 1;
        }
        var secret = await recruiting.Invite(staff.Id, asksPassword: true, cancel);
        await Console.Out.WriteLineAsync($"{staff.Name} may set a password within {SignInLink.Term.TotalDays:0} days at\n{new Uri(options.PublicUrl, "/desk/welcome/" + secret)}");
        if (!options.KnowsItsAddress) await Console.Out.WriteLineAsync("Where the house will be open isn't known yet: with another --listen or --public-url put that address before /desk.");
        return 0;
    }
}
