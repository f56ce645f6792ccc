package org.sharedregistry.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Denies by default: reading is open (each answer is cut to what the caller may see), changing takes an account. */
@Configuration
class AccessConfiguration implements WebMvcConfigurer {

    /** No inline script or style; the blobs are pages of documents that the viewer paints and their fonts. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; "
            + "font-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    private final ObjectProvider<Representation> representation;

    /** @param representation asked for when requests come, since this is made before there is a database */
    AccessConfiguration(ObjectProvider<Representation> representation) {
        this.representation = representation;
    }

    @Bean
    CsrfTokenRepository formTokens() {
        return new CookieCsrfTokenRepository();
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            Accounts accounts,
            SignIn signIn,
            SignInRedirects redirects,
            SecurityProblems problems,
            CsrfTokenRepository formTokens)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/api/v1/**")
                        .permitAll()
                        // A question too, though of a size that takes a body.
                        .requestMatchers(HttpMethod.POST, "/api/v1/verifications/batch")
                        .permitAll()
                        .requestMatchers("/api/v1/**")
                        .authenticated()
                        .requestMatchers("/desk/**")
                        .hasAuthority(Role.MANUFACTURER.name())
                        .requestMatchers("/uploads/**")
                        .hasAnyAuthority(Role.MANUFACTURER.name(), Role.BODY.name(), Role.AUTHORITY.name())
                        .requestMatchers("/queue/**")
                        .hasAuthority(Role.AUTHORITY.name())
                        .requestMatchers("/enrolments/**")
                        .hasAnyAuthority(Role.AUTHORITY.name(), Role.OPERATOR.name())
                        .requestMatchers("/consignment/**", "/photograph", "/sign-up/**")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET,
                                "/",
                                "/search/**",
                                "/goods/**",
                                "/documents/**",
                                "/attestations/**",
                                SignInRedirects.SIGN_IN,
                                "/assets/**",
                                "/webjars/**",
                                "/problems/**",
                                "/v3/api-docs/**",
                                "/swagger-ui/**",
                                "/swagger-ui.html",
                                "/actuator/health/**",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new ApiKeyFilter(accounts, problems), AnonymousAuthenticationFilter.class)
                .authenticationProvider(signIn)
                .formLogin(form -> form.loginPage(SignInRedirects.SIGN_IN)
                        .usernameParameter("account")
                        .successHandler(redirects)
                        .failureHandler(redirects))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(redirects).accessDeniedHandler(redirects))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens)
                        .requireCsrfProtectionMatcher(AccessConfiguration::couldBeForged))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .build();
    }

    /**
     * Keys come in a header that no browser sends by itself, so there is nothing to forge; a question to the API without
     * a session changes nothing. All else takes the token of the page that it comes from.
     */
    private static boolean couldBeForged(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && !(request.getRequestURI().startsWith("/api/") && request.getSession(false) == null);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument(representation));
    }
}
