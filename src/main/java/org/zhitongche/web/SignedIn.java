package org.zhitongche.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.People;
import org.zhitongche.directory.Person;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.directory.Principals;
import org.zhitongche.time.Zone;

/** Knows people by their session on pages, and machines by their key on the API; neither counts on the other's side. */
final class SignedIn implements Viewers {

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final People people;
    private final Principals principals;
    private final Directory directory;
    private final Enterprises enterprises;
    private final Cookies cookies;
    private final InstantSource clock;
    private final Limit wrongKeys = new Limit(30, Duration.ofMinutes(1));

    SignedIn(Sessions sessions, People people, Principals principals, Directory directory, Enterprises enterprises,
             Cookies cookies, InstantSource clock) {
        this.clock = clock;
        this.sessions = sessions;
        this.people = people;
        this.principals = principals;
        this.directory = directory;
        this.enterprises = enterprises;
        this.cookies = cookies;
    }

    @Override
    public Viewer of(Context request) {
        return request.path().startsWith("/api/") ? machine(request) : person(request);
    }

    private Viewer person(Context request) {
        String token = cookies.find(request, Sessions.COOKIE);
        return Optional.ofNullable(token).flatMap(sessions::use).flatMap(people::find).filter(Person::active)
            .map(this::acting).map(p -> Viewer.of(p, unit(p.department(), p.uscc()))).orElse(Viewer.ANONYMOUS);
    }

    /** On the days on which an officer stands in for a colleague 代理, with that one's powers in the department too. */
    private Person acting(Person person) {
        Set<PersonRole> roles = person.roles().isEmpty() ? EnumSet.noneOf(PersonRole.class) : EnumSet.copyOf(person.roles());
        directory.standIns().listRepresented(person.id(), Zone.dateOf(clock.instant())).stream().flatMap(id -> people.find(id).stream())
            .filter(absent -> absent.department() != null && absent.department().equals(person.department()))
            .forEach(absent -> absent.roles().stream().filter(PersonRole.OF_A_DEPARTMENT::contains).forEach(roles::add));
        return roles.equals(person.roles()) ? person : new Person(person.id(), person.login(), person.display(), Set.copyOf(roles),
            person.department(), person.uscc(), person.email(), person.active(), person.createdAt());
    }

    /** A key that does not fit is refused even where none is needed: its owner should know. */
    private Viewer machine(Context request) {
        String header = request.header("Authorization");
        if (header == null) {
            return Viewer.ANONYMOUS;
        }
        String key = header.startsWith(BEARER) ? header.substring(BEARER.length()).strip() : "";
        return principals.authenticateKey(key).map(p -> Viewer.of(p, unit(p.department(), p.uscc())))
            .orElseThrow(() -> wrongKey(request));
    }

    private RuntimeException wrongKey(Context request) {
        wrongKeys.use(request.ip());
        request.header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        return new Problem(401, "error.401.api");
    }

    private String unit(String department, String uscc) {
        if (department != null) {
            return directory.departments().find(department).map(Department::shortName).orElse(department);
        }
        return uscc == null ? null : enterprises.findByUscc(uscc).map(Enterprise::name).orElse(uscc);
    }
}
